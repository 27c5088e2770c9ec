import type { Locale } from '#lib/i18n/locale.ts';
import { messages } from '#lib/i18n/messages.ts';
import type { CriteriaSort } from '#lib/reports/criteria.ts';

/** The orders that the page's links offer, by their names. */
export function ordersIn(locale: Locale): { sort: CriteriaSort; name: string }[] {
  const m = messages(locale);
  return [
    { sort: 'theme', name: m.byTheme },
    { sort: 'rate', name: m.byRate },
    { sort: '-rate', name: m.byRateDown },
    { sort: 'code', name: m.byCode }
  ];
}

/** As the table's head says it. */
export function orderInForce(sort: CriteriaSort, locale: Locale): string {
  if (sort === 'theme') return messages(locale).sortedBy;
  return ordersIn(locale).find((order) => order.sort === sort)?.name ?? '';
}
