import { readDate } from '#lib/ingest/date.ts';
import { readExpected } from '#lib/ingest/expected.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Campaign, Description, Status } from '#lib/server/campaigns.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import type { Db } from '#lib/server/sql.ts';
import { done, last, misused, refused, type Command, type Request, type Result } from './command.ts';
import { openFile } from './open-files.ts';

const statuses: readonly string[] = ['open', 'provisional', 'final'] satisfies Status[];

/** Of a day that the calendar has. */
function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && readDate(text) !== undefined;
}

function misuse(request: Request): string | undefined {
  const status = last(request, 'status');
  if (status !== undefined && !statuses.includes(status))
    return `--status is one of ${statuses.join(', ')}, not ${status}`;
  if (last(request, 'name')?.trim() === '') return '--name is blank';
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

/** Why a campaign can't have the dates that it would then have, one of them perhaps given earlier. */
function wrongOrder(campaign: Campaign, said: Description): string | undefined {
  const { opened, closed } = {
    opened: said.opened ?? campaign.opened,
    closed: said.closed ?? campaign.closed
  };
  return opened && closed && closed < opened
    ? `closed on ${closed}, before it opened on ${opened}`
    : undefined;
}

async function described(
  db: Db,
  code: string,
  said: Description,
  list?: ReturnType<typeof readExpected>
): Promise<Result> {
  const campaign = await campaigns.find(db, code);
  if (!campaign) return refused(`unknown campaign: ${code}`);
  const wrong = wrongOrder(campaign, said);
  if (wrong) return refused(wrong);
  await campaigns.describe(db, campaign.id, said);
  if (list) await expectedProducts.update(db, campaign.id, list.expected);
  const now = (await campaigns.summaries(db)).find((summary) => summary.code === campaign.code);
  if (!now) throw new Error(`no campaign: ${code}`);
  return done(now, `${now.code}: ${now.name}, ${now.status}, ${now.expected ?? 'no'} expected products\n`);
}

async function run(...[store, request]: Parameters<Command['run']>): Promise<Result> {
  const wrong = misuse(request);
  if (wrong) return misused(wrong);
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
  return store.write((db) => described(db, request.positionals[0] ?? '', description(request), list));
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
