import { describe, expect, it } from 'vitest';
import { PathTokenStore } from '../../electron/app/path-tokens.ts';

describe('tokens of paths', () => {
  it('a path keeps its token; a token that was never given out stands for nothing', () => {
    const paths = new PathTokenStore();
    const token = paths.issue('/a/甲.pdf');
    expect(paths.issue('/a/甲.pdf')).toBe(token);
    expect(paths.find(token)).toBe('/a/甲.pdf');
    expect(paths.issue('/a/乙.pdf')).not.toBe(token);
    expect(paths.find('/a/甲.pdf')).toBeUndefined();
  });

  it('a folder listed over and over pushes nothing out', () => {
    const paths = new PathTokenStore();
    const chosen = paths.issue('/chosen.pdf');
    for (let look = 0; look < 100; look += 1) {
      for (let scan = 0; scan < 50; scan += 1) paths.issue(`/scans/${scan}.pdf`);
    }
    expect(paths.find(chosen)).toBe('/chosen.pdf');
  });

  it('the newest thousand are kept', () => {
    const paths = new PathTokenStore();
    const first = paths.issue('/0');
    const second = paths.issue('/1');
    for (let at = 2; at < 1000; at += 1) paths.issue(`/${at}`);
    paths.issue('/0');
    paths.issue('/1000');
    expect(paths.find(first)).toBe('/0');
    expect(paths.find(second)).toBeUndefined();
    expect(paths.issue('/1')).not.toBe(second);
  });
});
