import { useState } from 'react';
import { Button, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { DistributionList } from '../../../../shared/features/outgoing-seals.ts';
import type { Recipient } from '../../../../shared/features/outgoing-process.ts';
import { api, messageOf } from '../../../app/api.ts';
import { distributionLists } from '../queries.ts';

interface DistributionListsProps {
  readonly rows: readonly Recipient[];
  readonly onTake: (units: DistributionList['units']) => void;
}

/** Lists of units used again and again: one is put in by a click, the present one is kept under a name. */
export function DistributionLists({ rows, onTake }: DistributionListsProps) {
  const lists = useQuery(distributionLists()).data ?? [];
  const [name, setName] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const save = async (): Promise<void> => {
    const units = rows
      .filter(({ unit }) => unit.trim() !== '')
      .map(({ unit, copies, method }) => ({ unit, copies, method }));
    const known = lists.find((list) => list.name === name?.trim());
    try {
      const saved = await api.outgoing.saveDistributionList({
        ...(known === undefined ? {} : { id: known.id, rowVersion: known.rowVersion }),
        name: name ?? '',
        units,
      });
      setName(null);
      setTold(`名单“${saved.name}”已保存。`);
    } catch (error) {
      setTold(messageOf(error));
    }
  };
  return (
    <>
      {lists.map((list) => (
        <Button
          key={list.id}
          size="small"
          title={list.units.map(({ unit }) => unit).join('、')}
          onClick={() => onTake(list.units)}
        >
          ＋{list.name}（{list.units.length}）
        </Button>
      ))}
      {name === null ? (
        <Button type="link" size="small" disabled={rows.length === 0} onClick={() => setName('')}>
          存为名单…
        </Button>
      ) : (
        <>
          <Input
            autoFocus
            size="small"
            aria-label="名单名称"
            placeholder="名单名称，如：各区局"
            value={name}
            maxLength={40}
            className="gwt-list-name"
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter' && !event.ctrlKey) void save();
              else if (event.key === 'Escape') setName(null);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <Button size="small" onClick={() => void save()}>
            保存名单
          </Button>
        </>
      )}
      <span className="gwt-soft" role="status">
        {told}
      </span>
    </>
  );
}
