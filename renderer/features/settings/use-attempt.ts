import { App } from 'antd';
import type { FormInstance } from 'antd';
import { AppError } from '../../../shared/ipc/errors.ts';
import { messageOf } from '../../app/api.ts';

/** Runs a command of the settings, tells success or failure, and marks the fields at fault. */
export function useAttempt() {
  const { message } = App.useApp();
  return async (work: () => Promise<string | undefined>, form?: FormInstance): Promise<boolean> => {
    try {
      const done = await work();
      if (done !== undefined) message.success(done);
      return true;
    } catch (error) {
      if (form !== undefined && error instanceof AppError && error.fields !== undefined) {
        form.setFields(
          Object.entries(error.fields).map(([name, fault]) => ({
            name: name.split('.')[0] ?? name,
            errors: [fault],
          })),
        );
      }
      message.error(messageOf(error));
      return false;
    }
  };
}
