import { Alert, Button, Progress } from 'antd';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Adding } from './use-adding.ts';

/** How far adding has come, what was refused, and the question about files that are there already. */
export function AddingState({ adding }: { readonly adding: Adding }) {
  const { running, refusals, same } = adding;
  return (
    <>
      <span role="status" className="gwt-visually-hidden">
        {adding.told}
      </span>
      {running === null ? null : (
        <div className="gwt-attach-progress">
          <span className="gwt-nowrap">{running.label}</span>
          <Progress
            percent={Math.round((running.done / running.total) * 100)}
            size="small"
            aria-label="存入附件的进度"
          />
          <Button size="small" onClick={adding.stop}>
            停止
          </Button>
        </div>
      )}
      {refusals.length === 0 ? null : (
        <Alert
          type="error"
          role="alert"
          className="gwt-attach-refusals"
          title={
            <ul>
              {refusals.map(({ id, name, message }) => (
                <li key={id}>
                  {name === '' ? null : <strong>{name}：</strong>}
                  {message}
                </li>
              ))}
            </ul>
          }
          action={
            <Button size="small" onClick={adding.putAwayRefusals}>
              知道了
            </Button>
          }
        />
      )}
      {same.length === 0 ? null : (
        <Dialog
          title="已有相同的文件"
          onCancel={adding.leaveSame}
          width={460}
          footer={
            <>
              <Button data-first="" onClick={adding.leaveSame}>
                不添加
              </Button>
              <Button type="primary" onClick={() => void adding.addSame()}>
                仍然添加
              </Button>
            </>
          }
        >
          <ul className="gwt-attach-plain">
            {same.map(({ token, name, message }) => (
              <li key={token}>
                <strong>{name}</strong>：{message}
              </li>
            ))}
          </ul>
          <p className="gwt-soft">内容只存一份；仍然添加时，列表中会出现两行。</p>
        </Dialog>
      )}
    </>
  );
}
