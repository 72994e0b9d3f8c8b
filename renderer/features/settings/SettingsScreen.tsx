import type { ComponentType } from 'react';
import { Link, getRouteApi } from '@tanstack/react-router';
import { ReminderSection } from '../desk/ReminderSection.tsx';
import { ScanFolderSection } from '../attachment/ScanFolderSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import { FontSection } from './FontSection.tsx';
import { IssuerCodeSection } from './IssuerCodeSection.tsx';
import { NumberSection } from './NumberSection.tsx';
import { OfficeSection } from './OfficeSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { CalendarSection } from '../directory/CalendarSection.tsx';
import { DeadlineSection } from '../directory/DeadlineSection.tsx';
import { GroupsSection } from '../directory/GroupsSection.tsx';
import { UnitsSection } from '../directory/UnitsSection.tsx';
import { IncomingNumberSection } from '../incoming/numbering/IncomingNumberSection.tsx';
import { MatterNumberSection } from '../matter/MatterNumberSection.tsx';
import { TemplatesSection } from '../templates/TemplatesSection.tsx';
import { SampleSection } from './SampleSection.tsx';

const route = getRouteApi('/settings');

const SECTIONS = [
  { key: 'office', label: '单位', component: OfficeSection },
  { key: 'codes', label: '机关代字', component: IssuerCodeSection },
  { key: 'templates', label: '红头模板', component: TemplatesSection },
  { key: 'people', label: '人员与部门', component: PeopleSection },
  { key: 'groups', label: '分组与传阅名单', component: GroupsSection },
  { key: 'units', label: '来往单位', component: UnitsSection },
  { key: 'calendar', label: '放假安排', component: CalendarSection },
  { key: 'deadlines', label: '默认时限', component: DeadlineSection },
  { key: 'incomingNumbers', label: '收文号', component: IncomingNumberSection },
  { key: 'matterNumbers', label: '承办号', component: MatterNumberSection },
  { key: 'numbers', label: '编号情况', component: NumberSection },
  { key: 'scans', label: '扫描文件夹', component: ScanFolderSection },
  { key: 'backup', label: '数据与备份', component: BackupSection },
  { key: 'fonts', label: '字体', component: FontSection },
  { key: 'sample', label: '示例数据', component: SampleSection },
  { key: 'reminders', label: '提醒与托盘', component: ReminderSection },
  { key: 'appearance', label: '外观', component: AppearanceSection },
] as const satisfies readonly { key: string; label: string; component: ComponentType }[];

export function SettingsScreen() {
  const { section } = route.useSearch();
  const shown = SECTIONS.find((candidate) => candidate.key === section) ?? SECTIONS[0];
  const Section = shown.component;
  return (
    <div className="gwt-settings">
      <nav aria-label="设置分类">
        {SECTIONS.map((candidate) => (
          <Link
            key={candidate.key}
            to="/settings"
            search={{ section: candidate.key }}
            replace
            aria-current={candidate.key === shown.key ? 'page' : undefined}
          >
            {candidate.label}
          </Link>
        ))}
      </nav>
      <section aria-labelledby="settings-title">
        <h1 className="gwt-screen-title" id="settings-title">
          {shown.label}
        </h1>
        <Section />
      </section>
    </div>
  );
}
