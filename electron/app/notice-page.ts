/** A page for the case that the program's own page cannot be shown. Plain text in, escaped. */
export function noticePage(title: string, lines: readonly string[]): (nonce: string) => string {
  return (nonce) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style nonce="${nonce}">
body { font: 15px/1.8 "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #1c2127;
  background: #f3f4f6; margin: 0; display: grid; place-items: center; height: 100vh; }
main { max-width: 36em; padding: 2em 2.5em; background: #fff; border: 1px solid #d5d9de; border-radius: 4px; }
h1 { font-size: 20px; margin: 0 0 .6em; }
p { margin: .4em 0; }
</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
