import { defaultEdges } from '#lib/maturity/bands.ts';
import type { Filters } from '#lib/maturity/filters.ts';
import { bandKeyName } from './filter-words.ts';
import type { Locale } from './locale.ts';
import { messages } from './messages.ts';
import { quoted, say } from './wording.ts';

/** One filter or setting in force, and the view without it. */
export interface Chip {
  name: string;
  value: string;
  without: Filters;
}

type ListName = 'corridor' | 'theme' | 'scope' | 'vendor' | 'q' | 'band';

function without(values: readonly string[] | undefined, value: string): string[] {
  return (values ?? []).filter((other) => other !== value);
}

/** An address may say the same twice. */
function once(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function attributesWithout(
  attributes: Filters['attributes'],
  name: string,
  value: string
): Filters['attributes'] {
  const left = without(attributes[name], value);
  const entries = Object.entries(attributes).filter(([other]) => other !== name || left.length > 0);
  return Object.fromEntries(entries.map(([other, values]) => [other, other === name ? left : values]));
}

/** Every filter and setting in force, one by one, in the order of the bar. */
export function filterChips(filters: Filters, locale: Locale): Chip[] {
  const m = messages(locale);
  const scopes: Record<string, string> = { common: m.common, conditional: m.conditional };
  const list = (key: ListName, name: string, wording: (value: string) => string = (value) => value): Chip[] =>
    once(filters[key]).map((value) => ({
      name,
      value: wording(value),
      without: { ...filters, [key]: without(filters[key], value) }
    }));
  const attributes = Object.entries(filters.attributes).flatMap(([name, values]) =>
    once(values).map((value) => ({
      name,
      value: value || m.noValue,
      without: { ...filters, attributes: attributesWithout(filters.attributes, name, value) }
    }))
  );
  const edges = filters.edges.join() === defaultEdges.join() ? [] : [filters.edges.join(', ')];
  return [
    ...list('corridor', m.corridor, (value) => value || m.noCorridor),
    ...list('theme', m.theme),
    ...list('scope', m.scope, (value) => scopes[value] ?? value),
    ...list('q', say(locale, 'Recherche', 'Search'), (value) => quoted(value, locale)),
    ...list('band', m.band, (value) => bandKeyName(value, filters, locale)),
    ...list('vendor', m.vendor),
    ...attributes,
    ...edges.map((value) => ({ name: m.edges, value, without: { ...filters, edges: defaultEdges } })),
    ...(filters.unanswered === 'exclude'
      ? [
          {
            name: m.unanswered,
            value: m.excludeUnanswered,
            without: { ...filters, unanswered: 'count' as const }
          }
        ]
      : [])
  ];
}
