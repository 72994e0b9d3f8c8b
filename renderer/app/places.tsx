import {
  AppstoreOutlined,
  BarChartOutlined,
  BellOutlined,
  FileTextOutlined,
  FolderOutlined,
  HomeOutlined,
  InboxOutlined,
  SearchOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

interface Place {
  readonly label: string;
  readonly icon: ReactNode;
  readonly to?: '/desk' | '/outgoing' | '/settings';
}

/** The places of an office, in the order of its day; those without `to` come with later versions. */
export const PLACES: readonly Place[] = [
  { label: '工作台', icon: <HomeOutlined aria-hidden />, to: '/desk' },
  { label: '收文', icon: <InboxOutlined aria-hidden /> },
  { label: '发文', icon: <FileTextOutlined aria-hidden />, to: '/outgoing' },
  { label: '会议', icon: <TeamOutlined aria-hidden /> },
  { label: '督办', icon: <BellOutlined aria-hidden /> },
  { label: '档案', icon: <FolderOutlined aria-hidden /> },
  { label: '办事', icon: <AppstoreOutlined aria-hidden /> },
  { label: '查询', icon: <SearchOutlined aria-hidden /> },
  { label: '统计', icon: <BarChartOutlined aria-hidden /> },
  { label: '设置', icon: <SettingOutlined aria-hidden />, to: '/settings' },
];

/** The digit of a place is its position in the navigation, so that it stays when further places open; 0 is the tenth. */
export function keyOfPlace(index: number): string {
  return `Alt+${(index + 1) % 10}`;
}
