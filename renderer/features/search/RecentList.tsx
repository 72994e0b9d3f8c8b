interface RecentListProps {
  readonly id: string;
  readonly recent: readonly string[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  /** The index after the last one clears the list. */
  readonly onChoose: (index: number) => void;
}

/** What was searched for last, to be chosen again. */
export function RecentList({ id, recent, active, onActive, onChoose }: RecentListProps) {
  return (
    <>
      <div className="gwt-hit-head" aria-hidden>
        最近搜索
      </div>
      <div id={id} role="listbox" aria-label="最近搜索" className="gwt-hits">
        {[...recent, ''].map((text, index) => (
          <div
            key={text}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={text === '' ? 'gwt-hit gwt-hit-last' : 'gwt-hit'}
            onMouseMove={() => {
              if (index !== active) onActive(index);
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(index)}
          >
            {text === '' ? '清除最近搜索' : text}
          </div>
        ))}
      </div>
    </>
  );
}
