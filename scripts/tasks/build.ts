/** `npm run build`: bundles the program into dist/, unless the sources are unchanged. */
import { ensureBuild } from '../lib/steps.ts';

await ensureBuild();
