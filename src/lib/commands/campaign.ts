import { readExpected } from '#lib/ingest/expected.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Description, Status } from '#lib/server/campaigns.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import { done, last, misused, refused, type Command, type Request, type Result } from './command.ts';
import { openFile } from './open-files.ts';

const statuses: readonly string[] = ['open', 'provisional', 'final'] satisfies Status[];

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function misuse(request: Request): string | undefined {
  const status = last(request, 'status');
  if (status !== undefined && !statuses.includes(status))
    return `--status is one of ${statuses.join(', ')}, not ${status}`;
  const badDate = ['opened', 'closed'].find((name) => !isDate(last(request, name) ?? '2000-01-01'));
  return badDate && `--${badDate} takes a date such as 2026-04-30, not ${last(request, badDate) ?? ''}`;
}

function description(request: Request): Description {
  return {
    name: last(request, 'name'),
    opened: last(request, 'opened'),
    closed: last(request, 'closed'),
    status: last(request, 'status') as Status | undefined
  };
}

async function run(...[store, request]: Parameters<Command['run']>): Promise<Result> {
  const wrong = misuse(request);
  if (wrong) return misused(wrong);
  const code = request.positionals[0] ?? '';
  const file = request.files['expected']?.at(-1);
  const list = file && readExpected(await openFile(file, { sheet: last(request, 'sheet') }));
  const problems = list?.problems ?? [];
  if (problems.some(({ severity }) => severity === 'error')) {
    return refused(
      problems
        .map((problem) => `${problem.file}:${problem.line ?? ''} ${problemMessage(problem, request.locale)}`)
        .join('\n')
    );
  }
  const found = await store.write(async (db) => {
    const campaign = await campaigns.find(db, code);
    if (!campaign) return undefined;
    await campaigns.describe(db, campaign.id, description(request));
    if (list) await expectedProducts.update(db, campaign.id, list.expected);
    return (await campaigns.summaries(db)).find((summary) => summary.code === campaign.code);
  });
  if (!found) return refused(`unknown campaign: ${code}`);
  return done(
    found,
    `${found.code}: ${found.name}, ${found.status}, ${found.expected ?? 'no'} expected products\n`
  );
}

export const campaignCommand: Command = {
  usage:
    'palier campaign CODE [--name NAME] [--opened DATE] [--closed DATE] [--status open|provisional|final] [--expected FILE [--sheet NAME]] [--json]',
  options: {
    name: { kind: 'text' },
    opened: { kind: 'text' },
    closed: { kind: 'text' },
    status: { kind: 'text' },
    expected: { kind: 'file' },
    sheet: { kind: 'text' }
  },
  positionals: { min: 1, max: 1 },
  run
};
