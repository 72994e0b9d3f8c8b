import ElectronStore from 'electron-store';
import { z } from 'zod';
import { DEFAULT_DUPLEX, DUPLEX_MODES, NO_OFFSET } from '../../shared/domain/print.ts';
import { DEFAULT_REMINDERS } from '../../shared/domain/reminders.ts';
import { reminderSettingsSchema } from '../../shared/features/desk.ts';
import { printOffsetSchema } from '../../shared/features/document-print.ts';
import type { DeviceSettings, DeviceValues } from '../features/context.ts';

const folder = z.string().nullable().catch(null);

/** Each value on its own: one that cannot be read falls back, the others stay. */
const valuesSchema = z.object({
  dataFolder: folder,
  exportFolder: folder,
  importFolder: folder,
  actorId: folder,
  scanFolder: z
    .object({ folder, handled: z.array(z.string()).catch([]) })
    .catch({ folder: null, handled: [] }),
  viewState: z.record(z.string(), z.string()).catch({}),
  window: z
    .object({
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      maximized: z.boolean(),
    })
    .nullable()
    .catch(null),
  printing: z
    .object({
      last: folder,
      printers: z
        .record(
          z.string(),
          z.object({
            duplex: z.enum(DUPLEX_MODES).catch(DEFAULT_DUPLEX),
            offset: printOffsetSchema.catch(NO_OFFSET),
          }),
        )
        .catch({}),
    })
    .catch({ last: null, printers: {} }),
  reminders: reminderSettingsSchema.catch(DEFAULT_REMINDERS),
  lastReminderAt: z.number().nullable().catch(null),
});

/** Device settings that tell when one of them is set. */
export interface ObservedSettings extends DeviceSettings {
  readonly onSet: (key: keyof DeviceValues, listener: () => void) => void;
}

/** Settings of this computer, written atomically to `device.json` in the profile. */
export function openDeviceSettings(): ObservedSettings {
  const store = new ElectronStore<Record<string, unknown>>({
    name: 'device',
    clearInvalidConfig: true,
    // Keys such as `outgoing.list` are names, not paths into an object.
    accessPropertiesByDotNotation: false,
  });
  const values: DeviceValues = valuesSchema.parse({ ...store.store });
  const listeners: (readonly [keyof DeviceValues, () => void])[] = [];
  return {
    get: (key) => values[key],
    set: (key, value) => {
      values[key] = value;
      store.set(key, value);
      for (const [watched, listener] of listeners) if (watched === key) listener();
    },
    onSet: (key, listener) => void listeners.push([key, listener]),
  };
}
