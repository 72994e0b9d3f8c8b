import bwip from 'bwip-js/node';

/** A black rectangle of a symbol, in modules from its upper left corner. */
export interface BlackRun {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CodeSymbol {
  /** Modules on each side. */
  readonly size: number;
  readonly runs: readonly BlackRun[];
}

/**
 * The QR code of a short ASCII text. QR and not Code 128: at the same module it takes 14 × 14 mm instead of a bar of
 * 45 mm, any direction of the reader does, phones read it too, and level Q still reads with a quarter of it under a
 * stamp, a staple or a crease. Old scanners that know bars only have the printed letters.
 */
export function qrSymbol(text: string): CodeSymbol {
  // oxlint-disable-next-line import/no-named-as-default-member -- the named export of that name draws another thing
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=Q');
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no matrix for a QR code');
  const { pixs, pixx: size } = symbol;
  return { size, runs: blackRuns(pixs, size) };
}

/** Runs of black as few rectangles: equal runs below each other are one, so that no seam shows between them. */
function blackRuns(cells: readonly number[], size: number): BlackRun[] {
  const done: BlackRun[] = [];
  let open: BlackRun[] = [];
  for (let y = 0; y < size; y += 1) {
    const next: BlackRun[] = [];
    for (let x = 0; x < size; x += 1) {
      if (cells[y * size + x] !== 1) continue;
      const start = x;
      while (x + 1 < size && cells[y * size + x + 1] === 1) x += 1;
      const width = x - start + 1;
      const above = open.find((run) => run.x === start && run.width === width);
      next.push(above ? { ...above, height: above.height + 1 } : { x: start, y, width, height: 1 });
    }
    done.push(...open.filter((run) => !next.some(({ x, y: top }) => x === run.x && top === run.y)));
    open = next;
  }
  return [...done, ...open];
}
