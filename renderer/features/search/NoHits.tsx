interface NoHitsProps {
  readonly text: string;
  readonly filtered: boolean;
  readonly onClear?: () => void;
}

/** Nothing found: what to try next. */
export function NoHits({ text, filtered, onClear }: NoHitsProps) {
  const words = text.trim().split(/\s+/u);
  return (
    <div className="gwt-no-hits">
      <p>没有找到“{text.trim()}”。可以试试：</p>
      <ul>
        {filtered ? (
          <li>
            去掉筛选条件
            {onClear === undefined ? null : (
              <button type="button" className="gwt-link" onClick={onClear}>
                清除筛选
              </button>
            )}
          </li>
        ) : null}
        {words.length > 1 ? <li>少写几个词：写上的词要全部出现才算找到</li> : null}
        {words.some((word) => Array.from(word).length > 4) ? <li>写短一些，例如只写其中两个字</li> : null}
        <li>号码只写年份和序号，例如 2026-38；词语可写拼音首字母，例如 fxgz（防汛工作）</li>
        <li>扫描件要先识别文字，才能按内容找到</li>
      </ul>
    </div>
  );
}
