/**
 * The red of a 公文. The standard names printing inks only: Y 80 %, M 80 % (GB/T 9704-2012 6.2, L-16). On screens,
 * office printers and in Word the custom is pure red, which is the default here; the others are what offices
 * choose to come nearer to their printed paper. One ink a document: the mark and the red rules share it.
 */
export const OFFICIAL_REDS = ['#FF0000', '#FF3333', '#E60012', '#C00000'] as const;
export type OfficialRed = (typeof OFFICIAL_REDS)[number];

export const OFFICIAL_RED: OfficialRed = '#FF0000';

export const RED_NAMES: Readonly<Record<OfficialRed, string>> = {
  '#FF0000': '正红（默认）',
  '#FF3333': '国标油墨 Y80 M80 的近似色',
  '#E60012': '印刷大红',
  '#C00000': '深红',
};

/** The red a document is drawn with, as `#RRGGBB`. Every writer asks here and nowhere else. */
export const redOf = (drawn: { readonly redHex?: string }): string => drawn.redHex ?? OFFICIAL_RED;
