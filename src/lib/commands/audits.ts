import { parseLimits } from '#lib/maturity/eligibility.ts';
import { askedAudits } from '#lib/reports/audits-answer.ts';
import { toCsv } from '#lib/reports/csv.ts';
import { askedView } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Store } from '#lib/server/store.ts';
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
import { dialogueResult } from './dialogue-import.ts';
import { importAudits } from './import-audits.ts';

export const auditsImportCommand: Command = {
  usage: 'palier audits import --campaign CODE --controls MAP.csv [--by NAME] [--json] FILE',
  options: { campaign: { kind: 'text' }, controls: { kind: 'file' }, by: byOption },
  positionals: { min: 1, max: 1, files: true },
  async run(store, request) {
    const code = last(request, 'campaign');
    const [controls, forms] = [request.files['controls']?.at(-1), request.files['_']?.[0]];
    if (!code?.trim() || !forms) return misused('--campaign CODE is needed');
    if (!controls) return misused('--controls MAP.csv is needed');
    const campaign = await store.read((db) => campaigns.find(db, code));
    if (!campaign) return refused(`unknown campaign: ${code}`);
    const asked = { campaign, origin: 'command' as const, by: author(request) };
    const report = await importAudits(store, asked, { controls, forms });
    const { products, vendors, results } = report.accepted;
    const summary = `${products} products of ${vendors} vendors, ${results} results of controls stored`;
    return dialogueResult(report, summary, request.locale);
  }
};

function pairs(request: Request): [string, string][] {
  return Object.entries(request.options).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value])
  );
}

async function show(store: Store, request: Request, code: string): Promise<Result> {
  const parameters = pairs(request);
  try {
    const limits = parseLimits(parameters);
    const found = await store.read(async (db) => {
      const asked = await askedView(db, code, parameters);
      return asked && askedAudits(db, asked.view, limits);
    });
    return found ? done(found.answer, toCsv(found.table)) : refused(`unknown campaign: ${code}`);
  } catch (error) {
    if (error instanceof RangeError) return misused(error.message);
    throw error;
  }
}

export const auditsShowCommand: Command = {
  act: 'export',
  usage:
    'palier audits show --campaign CODE [--high N] [--medium N] [--corridor C]... [--theme T]... [--scope S]... [--vendor V]... [--json]',
  options: {
    campaign: { kind: 'text' },
    high: { kind: 'text' },
    medium: { kind: 'text' },
    corridor: { kind: 'text', multiple: true },
    theme: { kind: 'text', multiple: true },
    scope: { kind: 'text', multiple: true },
    vendor: { kind: 'text', multiple: true }
  },
  positionals: { min: 0, max: 0 },
  async run(store, request) {
    const code = last(request, 'campaign');
    return code?.trim() ? show(store, request, code) : misused('--campaign CODE is needed');
  }
};
