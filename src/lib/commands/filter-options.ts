import type { OptionSpec, Request } from './command.ts';

/** The filters and settings of pages and API, as options. */
export const filterOptions: Record<string, OptionSpec> = {
  corridor: { kind: 'text', multiple: true },
  theme: { kind: 'text', multiple: true },
  scope: { kind: 'text', multiple: true },
  vendor: { kind: 'text', multiple: true },
  band: { kind: 'text', multiple: true },
  q: { kind: 'text', multiple: true },
  bands: { kind: 'text' },
  unanswered: { kind: 'text' }
};

/** The filters of a request as addresses have them; attributes among them, other options left out. */
export function filterPairs({ options }: Request): [string, string][] {
  return Object.entries(options).flatMap(([name, values]) =>
    name in filterOptions || name.startsWith('attr.')
      ? values.map((value): [string, string] => [name, value])
      : []
  );
}
