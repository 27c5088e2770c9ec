import { toCsv } from '#lib/reports/csv.ts';
import { askedConsultation } from '#lib/reports/consultation-answer.ts';
import { askedView } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { author, byOption, done, last, misused, refused, type Command } from './command.ts';
import { dialogueResult } from './dialogue-import.ts';
import { importComments } from './import-comments.ts';

export const commentsImportCommand: Command = {
  usage: 'palier comments import --campaign CODE [--by NAME] [--json] FILE',
  options: { campaign: { kind: 'text' }, by: byOption },
  positionals: { min: 1, max: 1, files: true },
  async run(store, request) {
    const code = last(request, 'campaign');
    const [file] = request.files['_'] ?? [];
    if (!code?.trim() || !file) return misused('--campaign CODE is needed');
    const campaign = await store.read((db) => campaigns.find(db, code));
    if (!campaign) return refused(`unknown campaign: ${code}`);
    const report = await importComments(store, { campaign, origin: 'command', by: author(request) }, file);
    const { comments, organisations } = report.accepted;
    const summary = `${comments} comments of ${organisations} organisations stored`;
    return dialogueResult(report, summary, request.locale);
  }
};

export const commentsShowCommand: Command = {
  act: 'see',
  usage: 'palier comments show --campaign CODE [--json]',
  options: { campaign: { kind: 'text' } },
  positionals: { min: 0, max: 0 },
  async run(store, request) {
    const code = last(request, 'campaign');
    if (!code?.trim()) return misused('--campaign CODE is needed');
    const found = await store.read(async (db) => {
      const asked = await askedView(db, code, []);
      return asked && askedConsultation(db, asked.view);
    });
    return found ? done(found.answer, toCsv(found.table)) : refused(`unknown campaign: ${code}`);
  }
};
