import { refusalWords } from '#lib/i18n/corrections.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as corrections from '#lib/server/corrections.ts';
import { wholeAnswer } from './said-answer.ts';
import {
  author,
  byOption,
  done,
  last,
  misused,
  refused,
  type Command,
  type Request,
  type Result
} from './command.ts';
import { takeBackCommand } from './take-back.ts';

const common = {
  campaign: { kind: 'text' },
  product: { kind: 'text' },
  criterion: { kind: 'text' },
  reason: { kind: 'text' },
  by: byOption
} as const;

function missing(request: Request, names: string[]): string | undefined {
  const name = names.find((one) => !last(request, one)?.trim());
  return name && `--${name} is needed`;
}

async function store(
  ...[store, request, answer]: [...Parameters<Command['run']>, corrections.NewCorrection['answer']]
): Promise<Result> {
  const value = (name: string) => last(request, name) ?? '';
  const outcome = await store.write(async (db) => {
    const campaign = await campaigns.find(db, value('campaign'));
    if (!campaign) return undefined;
    return corrections.create(db, {
      campaignId: campaign.id,
      productId: value('product'),
      criterion: value('criterion'),
      answer,
      reason: value('reason'),
      by: author(request)
    });
  });
  if (outcome === undefined) return refused(`unknown campaign: ${value('campaign')}`);
  if (typeof outcome === 'string') return refused(refusalWords(outcome, request.locale));
  const kind = answer === undefined ? 'contested' : 'corrected';
  return done({ id: outcome, kind }, `${value('product')} ${value('criterion')} ${kind}, no. ${outcome}\n`);
}

export const correctCommand: Command = {
  usage:
    'palier correct --campaign CODE --product ID --criterion C --level L|NA|unanswered --reason TEXT [--by NAME] [--json]',
  options: { ...common, level: { kind: 'text' } },
  positionals: { min: 0, max: 0 },
  async run(opened, request) {
    const wrong = missing(request, ['campaign', 'product', 'criterion', 'level', 'reason']);
    if (wrong) return misused(wrong);
    const answer = wholeAnswer(last(request, 'level') ?? '');
    if (answer === undefined)
      return misused(`--level is a level’s number, NA or unanswered, not ${last(request, 'level') ?? ''}`);
    return store(opened, request, answer);
  }
};

export const contestCommand: Command = {
  usage: 'palier contest --campaign CODE --product ID --criterion C --reason TEXT [--by NAME] [--json]',
  options: common,
  positionals: { min: 0, max: 0 },
  async run(opened, request) {
    const wrong = missing(request, ['campaign', 'product', 'criterion', 'reason']);
    return wrong ? misused(wrong) : store(opened, request, undefined);
  }
};

export const retractCommand = takeBackCommand({
  usage: 'palier retract ID [--by NAME] [--json]',
  retract: corrections.retract,
  noun: 'correction or contest'
});

function line({
  id,
  kind,
  product,
  vendor,
  criterion,
  declared,
  corrected,
  by,
  reason,
  counts
}: corrections.Correction) {
  const change = corrected === null ? String(declared) : `${declared} → ${corrected}`;
  return `${[id, kind, `${product} (${vendor})`, criterion, change, by ?? '-', reason, counts ? 'counts' : 'does not count'].join('\t')}\n`;
}

export const correctionsCommand: Command = {
  act: 'see',
  usage: 'palier corrections --campaign CODE [--json]',
  options: { campaign: { kind: 'text' } },
  positionals: { min: 0, max: 0 },
  async run(opened, request) {
    const code = last(request, 'campaign') ?? '';
    const campaign = await opened.read((db) => campaigns.find(db, code));
    if (!campaign)
      return code === '' ? misused('--campaign CODE is needed') : refused(`unknown campaign: ${code}`);
    const list = await opened.read((db) => corrections.list(db, campaign.id));
    return done(list, list.map(line).join(''));
  }
};
