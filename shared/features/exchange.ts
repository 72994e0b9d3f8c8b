import { exportContract } from './exchange-export.ts';

/** Lists to Excel, old ledgers from Excel. */

export const exchangeContract = { ...exportContract } as const;
