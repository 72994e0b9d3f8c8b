/** Dates and sizes as a clerk reads them. */

const two = (value: number): string => String(value).padStart(2, '0');

/** 2026-03-05 of an epoch ms, local time. */
export function dateOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** 10:32 of an epoch ms, local time; with seconds 10:32:05. */
export function timeOf(at: number, seconds = false): string {
  const date = new Date(at);
  const minutes = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return seconds ? `${minutes}:${two(date.getSeconds())}` : minutes;
}

/** 今天 08:12, 昨天 17:40, else 2026-03-05 08:12. */
export function momentOf(at: number, now: number = Date.now()): string {
  const day = dateOf(at);
  if (day === dateOf(now)) return `今天 ${timeOf(at)}`;
  if (day === dateOf(now - 86_400_000)) return `昨天 ${timeOf(at)}`;
  return `${day} ${timeOf(at)}`;
}

/** 3.2 MB, 640 KB. */
export function sizeOf(bytes: number): string {
  return bytes >= 1_048_576
    ? `${(bytes / 1_048_576).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** Today as YYYY-MM-DD, local time. */
export function today(): string {
  return dateOf(Date.now());
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** 星期四 of `YYYY-MM-DD`. */
export function weekdayOf(on: string): string {
  return `星期${WEEKDAYS[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? ''}`;
}
