import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useHotKeys } from '../../app/hot-keys.ts';

/** 起草答复 or 转发 of a 来文: a new document tied to it, its receiver and first sentence proposed. */
export function DraftReplyButton({ incomingId }: { readonly incomingId: string }) {
  const navigate = useNavigate();
  const draft = (): void => void navigate({ to: '/outgoing', search: { create: true, replyTo: incomingId } });
  useHotKeys([{ keys: 'r', shown: 'R', label: '起草答复或转发', whileTyping: false, run: draft }]);
  return (
    <Button title="新建发文答复或转发本件（R）" onClick={draft}>
      起草答复
    </Button>
  );
}
