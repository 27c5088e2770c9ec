import { bandKey, bandsOf, defaultEdges } from '#lib/maturity/bands.ts';
import type { Filters } from '#lib/maturity/filters.ts';
import { bandName } from './bands.ts';
import type { Locale } from './locale.ts';
import { messages } from './messages.ts';
import { quoted, say } from './wording.ts';

/** `80 % et plus` of `80-100`; the key itself where the view has no such band. */
export function bandKeyName(key: string, { edges }: Filters, locale: Locale): string {
  const band = bandsOf(edges).find((band) => bandKey(band) === key);
  return band ? bandName(band, locale) : key;
}

/** The filters and settings in force, each as `Couloir : Hôpital, Imagerie`; empty where there are none. */
export function filterWords(filters: Filters, locale: Locale): string[] {
  const m = messages(locale);
  const scopes: Record<string, string> = { common: m.common, conditional: m.conditional };
  const edges = filters.edges.join() === defaultEdges.join() ? [] : filters.edges.map(String);
  const chosen: [name: string, values: string[]][] = [
    [m.corridor, filters.corridor.map((corridor) => corridor || m.noCorridor)],
    [m.theme, filters.theme],
    [m.scope, filters.scope.map((scope) => scopes[scope] ?? scope)],
    [m.vendor, filters.vendor],
    ...Object.entries(filters.attributes).map(([name, values]): [string, string[]] => [
      name,
      values.map((value) => value || m.noValue)
    ]),
    [say(locale, 'Recherche', 'Search'), filters.q.map((text) => quoted(text, locale))],
    [m.band, filters.band.map((key) => bandKeyName(key, filters, locale))],
    [m.edges, edges],
    [m.unanswered, filters.unanswered === 'exclude' ? [m.excludeUnanswered] : []]
  ];
  const colon = say(locale, ' : ', ': ');
  return chosen.flatMap(([name, values]) =>
    values.length === 0 ? [] : [`${name}${colon}${values.join(', ')}`]
  );
}
