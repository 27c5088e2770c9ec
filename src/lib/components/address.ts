import { formatFilters, type Filters } from '#lib/maturity/filters.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** What every address of a page says: links always carry campaign and language, whose defaults change. */
export interface PageState {
  campaign: string | undefined;
  locale: Locale;
  filters: Filters;
}

/** The parameters of a page's state, and those of the page's own in `further`; undefined leaves one out. */
export function stateParameters(
  state: PageState,
  further: Record<string, string | undefined> = {}
): [string, string][] {
  const own = Object.entries(further).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]]
  );
  return [
    ...(state.campaign === undefined ? [] : [['campaign', state.campaign] as [string, string]]),
    ['lang', state.locale],
    ...formatFilters(state.filters),
    ...own
  ];
}

export function pageAddress(
  path: string,
  state: PageState,
  further: Record<string, string | undefined> = {}
): string {
  return `${path}?${new URLSearchParams(stateParameters(state, further)).toString()}`;
}

/** The same behind a form's action, so that its answer shows the page as it was. */
export function formQuery(state: PageState, further: Record<string, string | undefined> = {}): string {
  return stateParameters(state, further)
    .map(([name, value]) => `&${name}=${encodeURIComponent(value)}`)
    .join('');
}

/**
 * A vendor's page. A name may end in what an address takes for its own (`..`, `.csv`): then a mark is put behind it that
 * folding takes away again, so that it is still this vendor's.
 */
export function vendorPath(name: string): string {
  const isTaken = /^\.{1,2}$|\.\w+$/.test(name);
  return `/vendors/${encodeURIComponent(isTaken ? `${name}!` : name)}`;
}

/** A criterion's page; codes may hold any sign. */
export function criterionPath(code: string): string {
  return `/criteria/${encodeURIComponent(code)}`;
}
