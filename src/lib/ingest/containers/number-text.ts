import type { NumberMeaning } from './number-format.ts';

const DAY_SECONDS = 86_400;
const LAST_DAY = 2_958_465;

/**
 * A cell's number as a person would type it: `3`, not `3.0`, at the 15 digits that spreadsheets keep; a date as
 * `2025-03-14` or `2025-03-14T10:20:00`; a time as `10:20:00`.
 */
export function numberText(value: number, meaning: NumberMeaning, is1904: boolean): string {
  if (meaning === 'number' || value < 0 || value > LAST_DAY) return String(Number(value.toPrecision(15)));
  const seconds = Math.round(value * DAY_SECONDS);
  return meaning === 'time' ? timeText(seconds) : dateText(seconds, is1904);
}

/** Counted from 1904, or from 1900 with a 29 February that never was, before which the count is one day short. */
function dateText(seconds: number, is1904: boolean): string {
  const shift = !is1904 && seconds < 60 * DAY_SECONDS ? DAY_SECONDS : 0;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const text = new Date(epoch + (seconds + shift) * 1000).toISOString();
  return seconds % DAY_SECONDS === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
