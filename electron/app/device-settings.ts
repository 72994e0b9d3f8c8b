import ElectronStore from 'electron-store';
import { z } from 'zod';
import type { DeviceSettings, DeviceValues } from '../features/context.ts';

const folder = z.string().nullable().catch(null);

/** Each value on its own: one that cannot be read falls back, the others stay. */
const valuesSchema = z.object({
  dataFolder: folder,
  exportFolder: folder,
  importFolder: folder,
  actorId: folder,
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
});

/** Settings of this computer, written atomically to `device.json` in the profile. */
export function openDeviceSettings(): DeviceSettings {
  const store = new ElectronStore<Record<string, unknown>>({
    name: 'device',
    clearInvalidConfig: true,
    // Keys such as `outgoing.list` are names, not paths into an object.
    accessPropertiesByDotNotation: false,
  });
  const values: DeviceValues = valuesSchema.parse({ ...store.store });
  return {
    get: (key) => values[key],
    set: (key, value) => {
      values[key] = value;
      store.set(key, value);
    },
  };
}
