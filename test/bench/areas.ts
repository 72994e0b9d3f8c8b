import { engine } from './engine.ts';
import { list } from './list.ts';
import { office } from './office.ts';
import { desk } from './office-desk.ts';
import { exchange } from './office-export.ts';
import { start } from './start.ts';
import type { Area } from './measurement.ts';

/** Every area that `npm run bench -- AREA` knows; a new one is one file and one line. */
export const AREAS: Readonly<Record<string, Area>> = {
  desk,
  engine,
  exchange,
  list,
  office,
  start,
};
