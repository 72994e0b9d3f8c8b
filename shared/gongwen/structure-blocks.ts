import type { Block, ImageBlock, TableBlock } from './model.ts';
import { checkedSpans } from './table-spans.ts';
import { checkName, isBlank, lengthOf, LONGEST_TITLE, type Report, STANDARD } from './structure-report.ts';

const LONGEST_PARAGRAPH = 20_000;
const MOST_BLOCKS = 20_000;
const MOST_COLUMNS = 30;
const MOST_ROWS = 5000;
/** mm: 版心 156 × 225 (5.2.1). */
const TYPE_AREA_WIDTH = 156;
const TYPE_AREA_HEIGHT = 225;
/** mm: a narrower column holds no character with its padding. */
const NARROWEST_COLUMN = 5;

function checkTable(report: Report, path: string, table: TableBlock): void {
  if (table.caption !== undefined) checkName(report, `${path}.caption`, table.caption, '表题', LONGEST_TITLE);
  const header = table.header ?? [];
  if (table.rows.length === 0) report(`${path}.rows`, '表格没有一行内容');
  if (header.length + table.rows.length > MOST_ROWS) {
    report(`${path}.rows`, `表格过长（${table.rows.length}行），最多${MOST_ROWS}行`);
  }
  const columns = (header[0] ?? table.rows[0] ?? []).length;
  if (header.length + table.rows.length > 0 && columns === 0)
    report(`${path}.rows.0`, '表格的一行没有单元格');
  if (columns > MOST_COLUMNS) report(`${path}.rows`, `表格过宽（${columns}列），最多${MOST_COLUMNS}列`);
  const checkRow = (row: readonly string[], at: string, label: string) => {
    if (row.length !== columns && columns > 0) {
      report(at, `${label}有${row.length}个单元格，应为${columns}个；各行单元格数须相同`);
    }
    row.forEach((cell, column) => {
      if (lengthOf(cell) > 2000) report(`${at}.${column}`, '单元格文字过长，最多2000字');
    });
  };
  header.forEach((row, index) => checkRow(row, `${path}.header.${index}`, `表头第${index + 1}行`));
  table.rows.forEach((row, index) => checkRow(row, `${path}.rows.${index}`, `表格第${index + 1}行`));
  for (const { index, message } of checkedSpans(table).faults) {
    report(index === undefined ? `${path}.spans` : `${path}.spans.${index}`, message);
  }
  const { widths } = table;
  if (widths === undefined) return;
  if (widths.length !== columns) {
    report(`${path}.widths`, `列宽有${widths.length}个，表格有${columns}列；个数须相同`);
  }
  widths.forEach((width, column) => {
    if (width < NARROWEST_COLUMN) report(`${path}.widths.${column}`, `列宽不能小于${NARROWEST_COLUMN}毫米`);
  });
  const sum = Math.round(widths.reduce((total, width) => total + width, 0) * 100) / 100;
  const room = table.landscape === true ? TYPE_AREA_HEIGHT : TYPE_AREA_WIDTH;
  if (sum > room) {
    report(`${path}.widths`, `列宽合计${sum}毫米，超出版心宽${room}毫米`, `${STANDARD} 5.2.1`);
  }
}

function checkImage(report: Report, path: string, image: ImageBlock): void {
  checkImageFile(report, `${path}.file`, image.file);
  if (image.width > TYPE_AREA_WIDTH) {
    report(
      `${path}.width`,
      `图片宽${image.width}毫米，超出版心宽${TYPE_AREA_WIDTH}毫米`,
      `${STANDARD} 5.2.1`,
    );
  }
}

/** Pictures are PNG or JPEG; that the file exists is for whoever reads files to check. */
export function checkImageFile(report: Report, path: string, file: string | undefined): void {
  if (file === undefined) return;
  if (isBlank(file)) report(path, '图片文件名是空的');
  else if (!/\.(?:png|jpe?g)$/iu.test(file)) report(path, '图片只能是 PNG 或 JPEG 文件（.png、.jpg、.jpeg）');
}

/** Blocks of a body: no blank texts, tables with a grid, nothing wider than the type area. */
export function checkBlocks(report: Report, path: string, blocks: readonly Block[]): void {
  if (blocks.length > MOST_BLOCKS) report(path, `段落过多（${blocks.length}段），最多${MOST_BLOCKS}段`);
  blocks.forEach((block, index) => {
    const at = `${path}.${index}`;
    if (block.type === 'table') checkTable(report, at, block);
    else if (block.type === 'image') checkImage(report, at, block);
    else if (block.type !== 'pageBreak') {
      const label = block.type === 'heading' ? '小标题' : '段落';
      if (isBlank(block.text)) report(`${at}.text`, `${label}是空的，请填写或删去`);
      else if (lengthOf(block.text) > LONGEST_PARAGRAPH) {
        report(`${at}.text`, `${label}过长（${lengthOf(block.text)}字），最多${LONGEST_PARAGRAPH}字`);
      }
    }
  });
}
