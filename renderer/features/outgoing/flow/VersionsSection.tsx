import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { OUTGOING_STATE_NAMES } from '../../../../shared/domain/flow-outgoing.ts';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { momentOf } from '../../../app/format.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { ItemSection } from '../../incoming/item/ItemSection.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import type { Compared } from './CompareDialog.tsx';

type Version = OutgoingDetail['versions'][number];

const nameOf = (version: Version): string => `第 ${version.sequence} 稿`;

/** Every text that was submitted, sent back or approved; two of them, or one and the present text, side by side. */
export function VersionsSection({ item }: { readonly item: OutgoingDetail }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [compared, setCompared] = useState<Compared | null>(null);
  const { versions } = item;
  const last = versions.at(-1);
  const compare = (from: Version, to?: Version): void =>
    setCompared({
      id: item.id,
      from: from.id,
      fromName: nameOf(from),
      to: to?.id,
      toName: to === undefined ? '现在的稿子' : nameOf(to),
    });
  const compareChosen = (): void => {
    const [one, other] = versions.filter(({ id }) => chosen.includes(id));
    if (one !== undefined) compare(one, other);
    else if (last !== undefined) compare(last);
  };
  useHotKeys(
    last === undefined
      ? []
      : [{ keys: 'v', shown: 'V', label: '比较两稿', whileTyping: false, run: compareChosen }],
  );
  if (last === undefined) return null;
  return (
    <ItemSection
      title="历次稿子"
      aside={
        <Button type="link" size="small" onClick={compareChosen}>
          {chosen.length === 2 ? '比较所选两稿（V）' : '与现在的稿子比较（V）'}
        </Button>
      }
    >
      <PlainTable<Version>
        label="历次稿子"
        rows={versions.toReversed()}
        keyOf={({ id }) => id}
        empty=""
        columns={[
          {
            title: '稿次',
            width: 110,
            render: (version) => (
              <Checkbox
                checked={chosen.includes(version.id)}
                // Two at most: the one chosen first gives way.
                onChange={(event) =>
                  setChosen(
                    event.target.checked
                      ? [...chosen, version.id].slice(-2)
                      : chosen.filter((id) => id !== version.id),
                  )
                }
              >
                {nameOf(version)}
              </Checkbox>
            ),
          },
          {
            title: '留稿原因',
            render: (version) => (
              <>
                {version.reason}
                {version.signed ? <span className="gwt-mark">签发稿</span> : null}
              </>
            ),
          },
          { title: '当时状态', width: 120, render: ({ state }) => OUTGOING_STATE_NAMES[state] },
          { title: '经手', width: 80, render: ({ actorName }) => actorName },
          { title: '时间', width: 130, render: ({ at }) => momentOf(at) },
          {
            title: '',
            width: 110,
            render: (version) => (
              <Button
                type="link"
                size="small"
                aria-label={`与现稿比较：${nameOf(version)}`}
                onClick={() => compare(version)}
              >
                与现稿比较
              </Button>
            ),
          },
        ]}
      />
      {compared === null ? null : <CompareDialog {...compared} onClose={() => setCompared(null)} />}
    </ItemSection>
  );
}
