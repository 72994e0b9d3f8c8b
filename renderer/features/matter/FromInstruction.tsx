import { App, Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { api, messageOf } from '../../app/api.ts';
import { useHotKeys } from '../../app/hot-keys.ts';

interface FromInstructionProps {
  readonly incomingId: string;
}

/** From the last 批示 on a 收文 a 承办件 in its words, linked to the paper: J. */
export function FromInstruction({ incomingId }: FromInstructionProps) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const create = async (): Promise<void> => {
    try {
      const { id, number } = await api.matter.createFrom({ incomingId });
      message.success(`已建立承办件 ${number}，请交办。`);
      await navigate({ to: '/matter/$id', params: { id } });
    } catch (error) {
      message.error(messageOf(error));
    }
  };
  useHotKeys([
    {
      keys: 'j',
      shown: 'J',
      label: '由最后一条批示建立承办件',
      whileTyping: false,
      run: () => void create(),
    },
  ]);
  return (
    <Button type="link" size="small" onClick={() => void create()}>
      由批示建承办件（J）
    </Button>
  );
}
