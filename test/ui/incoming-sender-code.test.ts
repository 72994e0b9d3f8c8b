import { describe, expect, it } from 'vitest';
import { withSenderCode } from '../../renderer/features/incoming/registration/sender-code.ts';

const NUMBERS = ['无文号', '江政办发〔2026〕31号', '江政办函〔2026〕7号'];
const proposed = (typed: string, numbers: readonly string[] = NUMBERS) =>
  withSenderCode(typed, numbers, 2026);

describe('a serial typed without 机关代字', () => {
  it.each([
    ['38', '江政办发〔2026〕38号'],
    ['３８号', '江政办发〔2026〕38号'],
    ['038', '江政办发〔2026〕38号'],
    ['1204', '江政办发〔2026〕1204号'],
    ['2025-38', '江政办发〔2025〕38号'],
    ['[2026]38', '江政办发〔2026〕38号'],
    ['〔2026〕38号', '江政办发〔2026〕38号'],
  ])('%s is proposed as %s', (typed, number) => {
    expect(proposed(typed)).toBe(number);
  });

  it.each([
    '',
    '2026',
    '1999',
    '0',
    '第5号',
    '第12期',
    '江政发2026-38',
    '江政发〔2026〕38号',
    '无文号',
    '38a',
    '12345',
  ])('%j is left alone', (typed) => {
    expect(proposed(typed)).toBeNull();
  });

  it('is left alone where no paper of the sender has one', () => {
    expect(proposed('38', [])).toBeNull();
    expect(proposed('38', ['无文号', '第5号', '〔2026〕3号'])).toBeNull();
  });
});
