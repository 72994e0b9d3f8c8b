import { useEffect, useRef, useState } from 'react';
import { Button } from 'antd';
import type { InputRef } from 'antd';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { isComposing } from '../../../app/hot-keys.ts';
import { NameBox } from '../../../ui/NameBox.tsx';
import { completeLocation } from './complete-location.ts';
import type { ItemActions } from './use-item-actions.ts';

interface LocationFormProps {
  readonly item: IncomingDetail;
  readonly actions: ItemActions;
  readonly onClose: () => void;
}

/** Where the paper is now, changed in its place: type, Enter. */
export function LocationForm({ item, actions, onClose }: LocationFormProps) {
  const [location, setLocation] = useState('');
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  const save = async (): Promise<void> => {
    const to = location.trim();
    if (to === '' || to === item.location || (await actions.actNow('move', { location: to }))) onClose();
  };
  return (
    <form
      className="gwt-location-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <NameBox
        label="新的实体去向"
        value={location}
        onChange={setLocation}
        complete={completeLocation}
        placeholder={`现在${item.location}，改到…`}
        maxLength={60}
        inputRef={input}
      />
      <Button htmlType="submit" type="primary">
        改（Enter）
      </Button>
      <Button type="text" onClick={onClose}>
        取消
      </Button>
    </form>
  );
}
