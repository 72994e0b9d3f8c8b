import type { PaperKind } from './paper.ts';

/** Rules known to fail on a print, with what is missing; the tests fail when one of them is mended and still here. */
export const NOT_YET: Readonly<Record<PaperKind, Readonly<Record<string, string>>>> = {
  pdf: {},
  docx: {
    'L-04': '横排表格在.docx里还没有旋转，越出版心',
    'T-01': '横排表格在.docx里还没有旋转',
    'T-02': '横排表格在.docx里还没有旋转',
    'T-03': '横排表格在.docx里还没有旋转',
    'T-04': '横排表格在.docx里还没有旋转',
    'X-08': '信函首页排满时，.docx首页比PDF少一行',
  },
};
