import { theme as antdTheme } from 'antd';
import type { ThemeConfig } from 'antd';
import { z } from 'zod';

/** The one place of colours, sizes and type: light, dark and 大字. */

export const appearanceSchema = z.strictObject({ mode: z.enum(['light', 'dark']), large: z.boolean() });
export type Appearance = z.output<typeof appearanceSchema>;
export const DEFAULT_APPEARANCE: Appearance = { mode: 'light', large: false };

export const INK_BLUE = '#1f4e79';
export const OFFICIAL_RED = '#c00000';

export const UI_FONT = '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif';

const LIGHT = {
  accent: INK_BLUE,
  'accent-soft': '#e6eef6',
  official: OFFICIAL_RED,
  text: '#1c2127',
  'text-soft': '#555d66',
  line: '#d5d9de',
  surface: '#ffffff',
  ground: '#f3f4f6',
  'ground-deep': '#e3e6ea',
  hover: '#f0f4f8',
  scroll: '#b9c0c8',
  good: '#1a6b3c',
  warn: '#8a5a00',
  mark: 'rgba(31, 78, 121, 0.14)',
} as const;

const DARK: Record<keyof typeof LIGHT, string> = {
  accent: '#82b4e0',
  'accent-soft': '#223649',
  official: '#ff7b72',
  text: '#e4e7ea',
  'text-soft': '#a3abb3',
  line: '#3a4048',
  surface: '#1d2126',
  ground: '#15181c',
  'ground-deep': '#0f1114',
  hover: '#262c33',
  scroll: '#4a525b',
  good: '#6cc48d',
  warn: '#e0b252',
  mark: 'rgba(31, 78, 121, 0.18)',
};

/** px: text, small text, table row, control, navigation width. */
const SIZES = {
  normal: { text: 13, small: 12, row: 33, control: 28 },
  large: { text: 16, small: 15, row: 42, control: 36 },
} as const;

export function sizesOf(appearance: Appearance): {
  text: number;
  small: number;
  row: number;
  control: number;
} {
  return appearance.large ? SIZES.large : SIZES.normal;
}

/** Puts the palette on the page as `--gwt-*`, for the few rules that are ours and not Ant Design's. */
export function applyPalette(appearance: Appearance, root: HTMLElement): void {
  const palette = appearance.mode === 'dark' ? DARK : LIGHT;
  const sizes = sizesOf(appearance);
  for (const [name, value] of Object.entries(palette)) root.style.setProperty(`--gwt-${name}`, value);
  for (const [name, value] of Object.entries(sizes)) root.style.setProperty(`--gwt-${name}-px`, `${value}px`);
  root.style.setProperty('--gwt-font', UI_FONT);
  root.style.colorScheme = appearance.mode;
}

/** Ant Design's tokens for an appearance. */
export function themeFor(appearance: Appearance): ThemeConfig {
  const palette = appearance.mode === 'dark' ? DARK : LIGHT;
  const sizes = sizesOf(appearance);
  return {
    // Not the compact algorithm: it also shrinks the text below 13 px. The sizes below are ours.
    algorithm: appearance.mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      colorError: palette.official,
      colorText: palette.text,
      colorTextSecondary: palette['text-soft'],
      colorTextDescription: palette['text-soft'],
      colorTextPlaceholder: palette['text-soft'],
      // A voided document is still read.
      colorTextDisabled: palette['text-soft'],
      colorBorder: palette.line,
      colorBorderSecondary: palette.line,
      colorBgContainer: palette.surface,
      colorBgLayout: palette.ground,
      fontFamily: UI_FONT,
      fontSize: sizes.text,
      fontSizeSM: sizes.small,
      controlHeight: sizes.control,
      controlHeightSM: sizes.control - 4,
      borderRadius: 4,
      wireframe: false,
      motion: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        paddingInline: 10,
        // On the light accents of the dark ground white could not be read.
        ...(appearance.mode === 'dark'
          ? { primaryColor: palette['ground-deep'], dangerColor: palette['ground-deep'] }
          : {}),
      },
      Table: { cellPaddingBlockSM: 5 },
      Form: { itemMarginBottom: 14 },
      Modal: { titleFontSize: sizes.text + 2 },
    },
  };
}
