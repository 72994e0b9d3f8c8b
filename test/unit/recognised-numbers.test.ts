import { describe, expect, it } from 'vitest';
import { proposeNumbers } from '../../shared/domain/recognised-numbers.ts';

describe('文号 as recognition reads them', () => {
  it.each([
    ['江卫健发 [2026] 38号', '江卫健发〔2026〕38号'],
    ['江卫健发【2026】38号', '江卫健发〔2026〕38号'],
    ['江政办发【2026] 31]号', '江政办发〔2026〕31号'],
    ['江卫健发【2026]j 38号', '江卫健发〔2026〕38号'],
    ['江政发（2026）第012号', '江政发〔2026〕12号'],
    ['江政办函〔2O26〕l2号', '江政办函〔2026〕12号'],
  ])('%s', (read, proposed) => {
    expect(proposeNumbers(`文件\n${read}\n各单位`)).toEqual([{ read, proposed }]);
  });

  it('what is right already is left alone, and each slip is told once', () => {
    expect(proposeNumbers('江卫健发〔2026〕38号')).toEqual([]);
    expect(proposeNumbers('甲发[2026]1号\n甲发[2026]1号')).toHaveLength(1);
  });

  it('a year in brackets alone is no 文号', () => {
    expect(proposeNumbers('自2026年起（2026年度）共38号仓库')).toEqual([]);
  });
});
