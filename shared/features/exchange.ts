import { exportContract } from './exchange-export.ts';
import { importContract } from './exchange-import.ts';

/** Lists to Excel, old ledgers from Excel. */

export const exchangeContract = { ...exportContract, ...importContract } as const;
