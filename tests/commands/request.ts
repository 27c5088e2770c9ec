import type { InputFile } from '#lib/ingest/types.ts';
import type { Request } from '#lib/commands/command.ts';
import type { publicReport } from '#lib/commands/import.ts';
import { execute } from '#lib/commands/registry.ts';
import type { Store } from '#lib/server/store.ts';
import type { Overview, CriterionFigures, ProductFigures } from '#lib/maturity/figures.ts';
import { criterionRow, delimited, file, longRow, type Row } from '#tests/ingest/builders.ts';

export function request(command: string, changes: Partial<Request> = {}): Request {
  return { command, positionals: [], options: {}, files: {}, locale: 'en', ...changes };
}

export type Report = ReturnType<typeof publicReport>;

/** `palier import` as the command line would ask it; without `questionnaire` none is given. */
export async function importInto(
  store: Store,
  {
    campaign = 'v1',
    questionnaire,
    files,
    flags = [],
    options = {}
  }: {
    campaign?: string;
    questionnaire?: InputFile;
    files: InputFile[];
    flags?: string[];
    options?: Record<string, string[]>;
  }
): Promise<{ exit: number; report: Report; messages: string[] }> {
  const result = await execute(
    store,
    request('import', {
      options: {
        campaign: [campaign],
        ...options,
        ...Object.fromEntries(flags.map((flag) => [flag, ['true']]))
      },
      files: { _: files, ...(questionnaire ? { questionnaire: [questionnaire] } : {}) }
    })
  );
  return { exit: result.exit, report: result.json as Report, messages: result.messages };
}

export interface Stats {
  overview: Overview;
  criteria: CriterionFigures[];
  products: ProductFigures[];
}

export async function statsOf(store: Store, options: Record<string, string[]> = {}): Promise<Stats> {
  const result = await execute(store, request('stats', { options: { campaign: ['v1'], ...options } }));
  if (result.exit !== 0) throw new Error(result.messages.join('\n'));
  return result.json as Stats;
}

/** Two criteria: Q1 common with 3 levels, Q2 conditional; both with target 2. */
export const smallQuestionnaire: InputFile = file(
  delimited([criterionRow(), criterionRow({ code: 'Q2', scope: 'conditional' })]),
  'questionnaire.csv'
);

/** A long file of these rows, each one answer. */
export function answersFile(name: string, ...rows: Row[]): InputFile {
  return file(delimited(rows.map(longRow)), name);
}
