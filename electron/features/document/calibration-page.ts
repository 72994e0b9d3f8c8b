import { CALIBRATION_LINE } from '../../../shared/domain/print.ts';

/**
 * A page that tells where a printer really puts its ink, as SVG in mm: two lines whose centres stand 20 mm from
 * the upper and the left edge, crosses in the other corners (is the paper askew?) and a bar of 100 mm (does the
 * printer scale?). Its words need no document font: any of the system's will do.
 */
export function calibrationPage(printer: string, corrected: boolean): string {
  const texts = [
    text(105, 62, 6, '打印校准页', 'middle'),
    text(105, 71, 4, `${printer}　${corrected ? '已按保存的校准值移动' : '未作移动，供测量'}`, 'middle'),
    ...(corrected ? CHECK_STEPS : MEASURE_STEPS).map((line, index) => text(38, 88 + index * 9, 4.2, line)),
    text(24, 17.5, 3.6, '甲线：距纸上边应为 20.0 毫米'),
    `<text x="0" y="0" font-size="3.6" transform="translate(17 180) rotate(-90)">乙线：距纸左边应为 20.0 毫米</text>`,
    text(80, 206, 3.6, '丙线：应长 100.0 毫米'),
    ...SCALE_NUMBERS.map((mm) => text(mm, 26, 2.6, String(mm), 'middle')),
    ...SCALE_NUMBERS.map((mm) => text(24, mm + 0.9, 2.6, String(mm))),
  ];
  const line = 'stroke="#000" stroke-width="0.2"';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210mm" height="297mm" ` +
    `font-family="Microsoft YaHei, SimSun, Noto Sans CJK SC, sans-serif">` +
    `<path d="M8 ${CALIBRATION_LINE}H202M${CALIBRATION_LINE} 8V289" ${line}/>` +
    `<path d="${scaleAlong('x')}${scaleAlong('y')}" stroke="#000" stroke-width="0.12"/>` +
    `<path d="${crosses()}M55 210H155M55 208V212M155 208V212" fill="none" ${line}/>` +
    `${texts.join('')}</svg>`
  );
}

/** From the edge of the paper, mm. */
const SCALE_NUMBERS = [40, 60, 80, 100, 120, 140, 160, 180];

const MEASURE_STEPS = [
  '一、打印时请用“实际大小”，不要“适合纸张”。先看丙线：若不是 100.0 毫米，',
  '　　说明打印机缩放了，请先在打印机设置里改为“实际大小”，再打一张。',
  '二、用钢尺量甲线（横线）到纸上边的距离，精确到 0.1 毫米。',
  '三、量乙线（竖线）到纸左边的距离。',
  '四、把两个实测数填入“打印”对话框的“校准”一栏，保存。',
  '五、再打一张“核对页”：甲线、乙线都应在 20.0 毫米处，误差不超过 0.5 毫米。',
  '四角十字距相邻两边均应为 20.0 毫米；左右不一致是纸放斜了，请整理纸盒。',
];

const CHECK_STEPS = [
  '一、量甲线（横线）到纸上边、乙线（竖线）到纸左边的距离。',
  '二、都在 19.5 至 20.5 毫米之间，校准就做好了。',
  '三、若相差更多，请重打一张“测量页”，按实测数重填。',
];

/** Ticks of a millimetre along a line, longer ones at 5 and 10. */
function scaleAlong(axis: 'x' | 'y'): string {
  const end = axis === 'x' ? 190 : 277;
  let path = '';
  for (let mm = CALIBRATION_LINE; mm <= end; mm += 1) {
    const length = mm % 10 === 0 ? 3 : mm % 5 === 0 ? 2 : 1.2;
    path += axis === 'x' ? `M${mm} ${CALIBRATION_LINE}v${length}` : `M${CALIBRATION_LINE} ${mm}h${length}`;
  }
  return path;
}

/** Crosses 20 mm from both edges of the other corners. */
function crosses(): string {
  const places = [
    [190, 20],
    [20, 277],
    [190, 277],
  ] as const;
  return places.map(([x, y]) => `M${x - 6} ${y}h12M${x} ${y - 6}v12`).join('');
}

function text(x: number, y: number, size: number, words: string, anchor = 'start'): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}">${safe}</text>`;
}
