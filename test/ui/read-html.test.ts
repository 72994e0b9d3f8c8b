import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../renderer/features/outgoing/editor/text/read-html.ts';

/** What Word puts around every fragment, with its style sheet and conditional comments. */
function word(fragment: string): string {
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal{mso-style-parent:"";margin:0cm;font-size:16.0pt;font-family:仿宋_GB2312} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${fragment}<!--EndFragment--></body></html>`;
}

const paragraph = (text: string) => ({ type: 'paragraph', text });
const heading = (level: number, text: string) => ({ type: 'heading', level, text });

describe('paste from Word and WPS', () => {
  it('keeps the words of a paragraph and drops spans, fonts, indents and o:p', () => {
    const html =
      word(`<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt'><span
style='font-size:16.0pt;font-family:仿宋_GB2312'>为做好2026年全市卫生健康<span
lang=EN-US>工作</span>，现将有关事项通知如下：<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>`);
    expect(blocksFromHtml(html)).toEqual([paragraph('为做好2026年全市卫生健康工作，现将有关事项通知如下：')]);
  });

  it('recognises the four levels by their numbers', () => {
    const lines = ['一、总体要求', '（一）指导思想', '1.基本原则', '坚持人民至上、生命至上。'];
    const html = word(lines.map((line) => `<p class=MsoNormal><b><span>${line}</span></b></p>`).join('\n'));
    expect(blocksFromHtml(html)).toEqual([
      heading(1, '一、总体要求'),
      heading(2, '（一）指导思想'),
      heading(3, '1.基本原则'),
      paragraph('坚持人民至上、生命至上。'),
    ]);
  });

  it('keeps the automatic numbers that Word writes into mso-list spans', () => {
    const html =
      word(`<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:黑体;mso-bidi-font-family:黑体'><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span style='font-family:黑体'>加强组织领导</span></p>
<p class=MsoNormal>各级各部门要高度重视。</p>`);
    expect(blocksFromHtml(html)).toEqual([
      heading(1, '一、加强组织领导'),
      paragraph('各级各部门要高度重视。'),
    ]);
  });

  it('gives an ordered list the numbers of official levels, a bulleted one none', () => {
    const html = word(
      '<ol><li>加强领导<ol><li>健全机制</li><li>压实责任</li></ol></li><li>强化保障</li></ol><ul><li>● 附带说明。</li></ul>',
    );
    expect(blocksFromHtml(html)).toEqual([
      heading(1, '一、加强领导'),
      heading(2, '（一）健全机制'),
      heading(2, '（二）压实责任'),
      heading(1, '二、强化保障'),
      paragraph('附带说明。'),
    ]);
  });

  it('takes the level of a heading style when the line has no number of its own', () => {
    const html = word(
      `<h2 style='line-height:28pt'>工作目标</h2><p>到2027年，全市基本建成。</p><h1>这一整段文字被误用了标题样式，其实是正文，因为它以句号结尾。</h1>`,
    );
    expect(blocksFromHtml(html)).toEqual([
      heading(2, '工作目标'),
      paragraph('到2027年，全市基本建成。'),
      paragraph('这一整段文字被误用了标题样式，其实是正文，因为它以句号结尾。'),
    ]);
  });

  it('keeps a table, its repeated header rows and the place of merged cells', () => {
    const html =
      word(`<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<thead><tr style='mso-yfti-firstrow:yes'><td width=92 style='border:solid windowtext 1.0pt'><p class=MsoNormal align=center>序号</p></td>
<td><p class=MsoNormal>单位</p></td><td><p class=MsoNormal>责任人</p></td></tr></thead>
<tr><td rowspan=2><p class=MsoNormal>1</p></td><td><p class=MsoNormal>市卫生健康委</p></td><td><p class=MsoNormal>陈喆<o:p></o:p></p></td></tr>
<tr><td colspan=2><p class=MsoNormal>市疾控中心</p><p class=MsoNormal>市急救中心</p></td></tr></table>`);
    expect(blocksFromHtml(html)).toEqual([
      {
        type: 'table',
        header: [['序号', '单位', '责任人']],
        rows: [
          ['1', '市卫生健康委', '陈喆'],
          ['', '市疾控中心\n市急救中心', ''],
        ],
        spans: [
          { row: 1, column: 0, rows: 2 },
          { row: 2, column: 1, columns: 2 },
        ],
      },
    ]);
  });

  it('takes a cell that joins the header rows with the content as single cells', () => {
    const html = `<table><thead><tr><th rowspan=2>序号</th><th colspan=2>进度</th></tr></thead>
<tbody><tr><td>一季度</td><td>二季度</td></tr></tbody></table>`;
    expect(blocksFromHtml(html)).toEqual([
      {
        type: 'table',
        header: [['序号', '进度', '']],
        rows: [['', '一季度', '二季度']],
        spans: [{ row: 0, column: 1, columns: 2 }],
      },
    ]);
  });

  it('reads the cells of Excel', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body>
<table border=0 cellpadding=0 width=144><col width=72 span=2><!--StartFragment--><tr height=19><td class=xl65 x:str>科室</td><td>人数</td></tr>
<tr><td>办公室</td><td align=right x:num>12</td></tr><!--EndFragment--></table></body></html>`;
    expect(blocksFromHtml(html)).toEqual([
      {
        type: 'table',
        rows: [
          ['科室', '人数'],
          ['办公室', '12'],
        ],
      },
    ]);
  });

  it('leaves tracked deletions, comments, footnotes and hidden text behind', () => {
    const html =
      word(`<p class=MsoNormal>请于<del cite="mailto:a"><span>3月1日</span></del><ins><span>3月5日</span></ins>前报送<a
style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a><span class=MsoCommentReference><a>[王1]</a></span>材料。<span
style='display:none;mso-hide:all'>内部说明</span></p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>见附件。</p></div></div>
<div style='mso-element:comment-list'><p class=MsoCommentText>此处再核。</p></div>`);
    expect(blocksFromHtml(html)).toEqual([paragraph('请于3月5日前报送材料。')]);
  });

  it('turns a page break of Word into a page break, a line break into a paragraph', () => {
    const html = word(`<p class=MsoNormal>第一行。<br>第二行。</p>
<span lang=EN-US style='font-size:16.0pt'><br clear=all style='mso-special-character:line-break;page-break-before:always'></span>
<p class=MsoNormal>附表说明。</p>`);
    expect(blocksFromHtml(html)).toEqual([
      paragraph('第一行。'),
      paragraph('第二行。'),
      { type: 'pageBreak' },
      paragraph('附表说明。'),
    ]);
  });

  it('joins the source lines of a WPS paragraph without putting spaces between hanzi', () => {
    const html = `<html><head><meta name="Generator" content="WPS Office"></head><body><!--StartFragment--><p class="p0" style="margin-bottom:0pt;text-indent:32.0000pt"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312">各区县卫生健康局
要加强组织领导，于12月 5日前报送。</span></p><!--EndFragment--></body></html>`;
    expect(blocksFromHtml(html)).toEqual([paragraph('各区县卫生健康局要加强组织领导，于12月 5日前报送。')]);
  });

  it('takes the text out of a frame that is a table of one cell, and nothing from scripts', () => {
    const html =
      '<table><tr><td><div>通知正文第一段。</div><div>第二段。</div></td></tr></table><script>alert(1)</script><img src=x onerror=alert(1)>';
    expect(blocksFromHtml(html)).toEqual([paragraph('通知正文第一段。'), paragraph('第二段。')]);
  });
});
