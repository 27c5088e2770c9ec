import { decimal, integer, percent, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { ColumnKind } from './figure.ts';
import type { Cell } from './table.ts';

/** A figure's cell as people read it; a dash where undefined. */
export function formatCell(cell: Cell, kind: ColumnKind, locale: Locale): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  const formats: Record<ColumnKind, (value: number) => string> = {
    text: (value) => integer(value, locale),
    count: (value) => integer(value, locale),
    change: (value) => signed(value, locale, 0),
    share: (value) => percent(value, locale, 1),
    points: (value) => signed(value, locale),
    probability: (value) => decimal(value, locale, 3),
    coefficient: (value) => decimal(value, locale, 2),
    hundredths: (value) => signed(value, locale, 2)
  };
  return formats[kind](cell);
}
