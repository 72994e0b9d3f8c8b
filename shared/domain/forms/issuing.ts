import { DISCLOSURES } from '../outgoing-fields.ts';
import { TABLE_WIDTH } from './declaration.ts';
import type { CellDeclaration, FormDeclaration, FormField } from './declaration.ts';
import { DAY, HISTORY, label, value, whole, WIDE } from './parts.ts';

const THIRD = TABLE_WIDTH / 3;
const SHORT = 21;
const HALF = TABLE_WIDTH / 2;

const third = (name: string, field: FormField): CellDeclaration[] => [
  label(name, SHORT),
  value(field, THIRD - SHORT),
];

/** 发文稿纸（签发单）: who drafted, checked, countersigned and approved. 主题词 is gone since 2012. */
export const ISSUING: FormDeclaration = {
  name: '发文稿纸',
  kinds: ['outgoing'],
  above: { left: '', right: '' },
  note: '密级和保密期限、主送、抄送、公开属性由拟稿部门提出；文号签发后由办公室填写。会签栏不够可另附页。',
  sections: [
    {
      rows: [
        {
          minHeight: 10,
          cells: [
            label('密　级', SHORT),
            value('secrecy', 26),
            label('缓　急', SHORT),
            value('urgency', 22),
            label('文　号', SHORT),
            value('documentNumber', TABLE_WIDTH - 3 * SHORT - 48),
          ],
        },
        {
          minHeight: 46,
          grow: 1,
          cells: [
            label('签\n发', 12),
            { width: HALF - 12, opinions: 'approval', foot: ['签发人：　　　　　　', DAY] },
            label('会\n签', 12),
            { width: HALF - 12, opinions: 'countersigns', foot: [DAY] },
          ],
        },
        {
          minHeight: 20,
          cells: [
            label('核稿\n（部门）', 24),
            { width: HALF - 24, opinions: 'departmentCheck', foot: [DAY] },
            label('核稿\n（办公室）', 24),
            { width: HALF - 24, opinions: 'officeCheck', foot: [DAY] },
          ],
        },
        {
          minHeight: 9,
          cells: [
            ...third('拟稿单位', 'draftDepartment'),
            ...third('拟稿人', 'drafterName'),
            ...third('电　话', 'drafterPhone'),
          ],
        },
        whole('文件标题', 'title', 22),
        whole('主　　送', 'addressees', 12),
        whole('抄　　送', 'copyTo', 12),
        whole('附　　件', 'attachments', 12),
        {
          minHeight: 9,
          cells: [label('公开属性'), { width: WIDE, value: 'publicity', choices: DISCLOSURES, byHand: true }],
        },
        whole('发文依据', 'basis', 9),
        {
          minHeight: 9,
          cells: [
            ...third('印　数', 'printedCopies'),
            ...third('校　对', 'proofreader'),
            ...third('印　制', 'printedBy'),
          ],
        },
        {
          minHeight: 9,
          cells: [
            ...third('编号人', 'numberedBy'),
            ...third('用　印', 'sealedBy'),
            ...third('印发日期', 'printedOn'),
          ],
        },
        whole('备　　注', 'remark', 9),
      ],
    },
    HISTORY,
  ],
};
