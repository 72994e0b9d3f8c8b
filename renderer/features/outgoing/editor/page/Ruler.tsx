import { memo } from 'react';

interface RulerProps {
  readonly axis: 'x' | 'y';
  /** Side of the paper, mm. */
  readonly length: number;
  /** px of a millimetre. */
  readonly scale: number;
  /** Where the type area begins and ends, mm. */
  readonly from: number;
  readonly to: number;
}

/** Width of a ruler, px. */
export const RULER_PX = 20;
/** Ticks closer than this run together, px. */
const CLOSEST_PX = 2.4;

/** A ruler in mm along one side of a page, the type area lighter; it scrolls with its page. */
export const Ruler = memo(function Ruler({ axis, length, scale, from, to }: RulerProps) {
  const long = length * scale;
  const size = axis === 'x' ? { width: long, height: RULER_PX } : { width: RULER_PX, height: long };
  const area =
    axis === 'x'
      ? { x: from * scale, y: 0, width: (to - from) * scale, height: RULER_PX }
      : { x: 0, y: from * scale, width: RULER_PX, height: (to - from) * scale };
  const step = scale * 10 < 26 ? 20 : 10;
  const numbers = Array.from({ length: Math.floor((length - 1) / step) }, (_, index) => (index + 1) * step);
  return (
    <svg className={`gwt-ruler gwt-ruler-${axis}`} aria-hidden {...size}>
      <rect className="gwt-ruler-area" {...area} />
      <path d={ticks(axis, length, scale)} />
      {numbers.map((mm) =>
        axis === 'x' ? (
          <text key={mm} x={mm * scale + 2} y={9}>
            {mm}
          </text>
        ) : (
          <text key={mm} transform={`translate(9 ${mm * scale - 2}) rotate(-90)`}>
            {mm}
          </text>
        ),
      )}
    </svg>
  );
});

function ticks(axis: 'x' | 'y', length: number, scale: number): string {
  const every = scale >= CLOSEST_PX ? 1 : scale * 2 >= CLOSEST_PX ? 2 : 5;
  let path = '';
  for (let mm = 0; mm <= length; mm += every) {
    const tick = mm % 10 === 0 ? RULER_PX : mm % 5 === 0 ? 7 : 4;
    const at = Math.round(mm * scale) + 0.5;
    path += axis === 'x' ? `M${at} ${RULER_PX}v${-tick}` : `M${RULER_PX} ${at}h${-tick}`;
  }
  return path;
}
