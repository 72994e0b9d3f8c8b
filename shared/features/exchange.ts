/** Lists to Excel, old ledgers from Excel. */

export const exchangeContract = {} as const;
