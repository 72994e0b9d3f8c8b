/** `npm run fonts`: puts the bundled fonts into resources/fonts. */
import { ensureFonts } from '../lib/steps.ts';

await ensureFonts();
