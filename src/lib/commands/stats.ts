import { formatFilters } from '#lib/maturity/filters.ts';
import { toCsv } from '#lib/reports/csv.ts';
import { named, questions, type Answered } from '#lib/reports/questions.ts';
import { askedView } from '#lib/server/asked-view.ts';
import type { Store } from '#lib/server/store.ts';
import { done, last, misused, refused, type Command, type Request, type Result } from './command.ts';

const tables = ['overview', 'criteria', 'products'] as const;

type Statistics = Record<(typeof tables)[number], Answered>;

interface AnsweredAll {
  statistics: Statistics;
  /** The filters and settings in force, as addresses carry them. */
  inForce: string[];
}

function read(store: Store, code: string, parameters: [string, string][]): Promise<AnsweredAll | undefined> {
  return store.read(async (db) => {
    const asked = await askedView(db, code, parameters);
    if (!asked) return undefined;
    const statistics = {
      overview: await questions.overview(db, asked.view),
      criteria: await questions.criteria(db, asked.view),
      products: await questions.products(db, asked.view)
    };
    return {
      statistics,
      inForce: formatFilters(asked.view.filters).map(([name, value]) => `${name}=${value}`)
    };
  });
}

function pairs(request: Request): [string, string][] {
  return Object.entries(request.options).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value])
  );
}

function text(statistics: Statistics, request: Request): string {
  return toCsv((named(statistics, last(request, 'table') ?? 'overview') ?? statistics.overview).table());
}

function json(statistics: Statistics): unknown {
  return Object.fromEntries(tables.map((name) => [name, statistics[name].figures]));
}

function misuse(request: Request): string | undefined {
  const format = last(request, 'format') ?? 'csv';
  if (format !== 'csv') return `--format is csv, not ${format}`;
  const table = last(request, 'table') ?? 'overview';
  return tables.some((name) => name === table)
    ? undefined
    : `--table is one of ${tables.join(', ')}, not ${table}`;
}

async function run(...[store, request]: Parameters<Command['run']>): Promise<Result> {
  const code = last(request, 'campaign');
  if (!code) return misused('--campaign CODE is needed');
  const wrong = misuse(request);
  if (wrong) return misused(wrong);
  try {
    const answered = await read(store, code, pairs(request));
    if (!answered) return refused(`unknown campaign: ${code}`);
    const { statistics, inForce } = answered;
    return done(
      json(statistics),
      text(statistics, request),
      inForce.length > 0 ? [`filters: ${inForce.join(', ')}`] : []
    );
  } catch (error) {
    if (error instanceof RangeError) return misused(error.message);
    throw error;
  }
}

export const statsCommand: Command = {
  act: 'export',
  usage:
    'palier stats --campaign CODE [--corridor C]... [--theme T]... [--scope S]... [--vendor V]... [--band B]... [--q TEXT]... ' +
    '[--attr.NAME VALUE]... [--bands 25,50,75] [--unanswered exclude] [--format csv --table overview|criteria|products] [--json]',
  options: {
    campaign: { kind: 'text' },
    corridor: { kind: 'text', multiple: true },
    theme: { kind: 'text', multiple: true },
    scope: { kind: 'text', multiple: true },
    vendor: { kind: 'text', multiple: true },
    band: { kind: 'text', multiple: true },
    q: { kind: 'text', multiple: true },
    bands: { kind: 'text' },
    unanswered: { kind: 'text' },
    format: { kind: 'text' },
    table: { kind: 'text' }
  },
  positionals: { min: 0, max: 0 },
  attributes: true,
  run
};
