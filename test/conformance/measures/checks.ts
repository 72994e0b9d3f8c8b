import type { z } from 'zod';
import { findFaults } from '../../../shared/gongwen/faults.ts';
import { gongwenDraftSchema, SECRECY_LEVELS, URGENCIES } from '../../../shared/gongwen/model.ts';
import { notice, paragraph } from '../../layout/support.ts';
import type { Measure } from '../reading.ts';

/** Rules about what is written: asked of the program's 校核, which sees the model and not the paper. */

type Input = Partial<z.input<typeof gongwenDraftSchema>>;

const REGULAR: Input = { printingOffice: '湖州市人民政府办公室', printedOn: '2026-03-06' };

/** True when the wrong document draws a fault at the path and the right one does not. */
function tells(path: RegExp, wrong: Input, right: Input): boolean {
  const faulty = (input: Input): boolean =>
    findFaults(notice({ ...REGULAR, ...input })).some((fault) => path.test(fault.path));
  return faulty(wrong) && !faulty(right);
}

const refuses = (input: Record<string, unknown>): boolean =>
  !gongwenDraftSchema.safeParse({ ...notice(), ...input }).success;

export const CHECK_MEASURES: readonly Measure<undefined>[] = [
  {
    rules: ['H-02', 'H-05', 'H-06', 'H-23'],
    take: (_, { holds }) => {
      const secret: Input = { secrecy: '机密', secrecyTerm: '1年' };
      holds('H-02', '有密级无份号被指出', tells(/^copyNumber/u, secret, { ...secret, copyNumber: '000001' }));
      holds('H-05', '三种密级', SECRECY_LEVELS.join('') === '绝密机密秘密' && refuses({ secrecy: '内部' }));
      holds('H-06', '两种紧急程度', URGENCIES.join('') === '特急加急' && refuses({ urgency: '急件' }));
      const request: Input = { genre: '请示', title: '关于购置设备的请示', addressees: ['市政府'] };
      const signed = { ...request, signatories: [{ name: '张三' }] };
      holds('H-23', '请示缺签发人被指出', tells(/^signatories/u, request, signed));
      holds('H-23', '通知有签发人被指出', tells(/^signatories/u, { signatories: [{ name: '张三' }] }, {}));
    },
  },
  {
    rules: ['B-03', 'B-07', 'B-10', 'B-12'],
    take: (_, { holds }) => {
      holds('B-03', '标题缺文种被指出', tells(/^title/u, { title: '关于公文处理工作' }, {}));
      holds('B-03', '文种不符被指出', tells(/^title/u, { title: '关于公文处理工作的请示' }, {}));
      holds('B-07', '主送个人被指出', tells(/^addressees/u, { addressees: ['王市长'] }, {}));
      const wrong: Input = { body: [{ type: 'heading', level: 2, text: '(一)、指导思想' }] };
      const right: Input = {
        body: [{ type: 'heading', level: 1, text: '一、指导思想' }, paragraph('现通知如下。')],
      };
      holds('B-10', '序数写法被指出', tells(/^body/u, wrong, right));
      const half: Input = { body: [paragraph('请各单位,认真落实。')] };
      const kept: Input = { body: [paragraph('于14:30前报送1,000份，网址https://a.cn/b?c=1。')] };
      holds('B-12', '半角标点被指出，数字、时间、网址不误报', tells(/^body/u, half, kept));
    },
  },
  {
    rules: ['S-01', 'I-09', 'I-12', 'H-17'],
    take: (_, { holds }) => {
      holds('S-01', '不存在的日期被拒绝', refuses({ issuedOn: '2026-02-30' }));
      holds('I-09', '印发早于成文被指出', tells(/^printedOn/u, { printedOn: '2026-03-01' }, {}));
      holds('I-12', '主题词被指出', tells(/^body/u, { body: [paragraph('主题词：公文　通知')] }, {}));
      holds('H-17', '两个字号被拒绝', refuses({ documentNumber: ['甲发〔2026〕1号', '乙发〔2026〕2号'] }));
    },
  },
];
