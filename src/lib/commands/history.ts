import * as campaigns from '#lib/server/campaigns.ts';
import * as imports from '#lib/server/imports.ts';
import type { ImportRecord } from '#lib/server/imports.ts';
import { done, last, refused, type Command } from './command.ts';

function line({ id, at, campaign, files, accepted, undone }: ImportRecord): string {
  return `${id}\t${at}\t${campaign}\t${accepted.products} products\t${files.join(', ')}${undone ? '\tundone' : ''}\n`;
}

export const importsCommand: Command = {
  usage: 'palier imports [--campaign CODE] [--json]',
  options: { campaign: { kind: 'text' } },
  positionals: { min: 0, max: 0 },
  async run(store, request) {
    const code = last(request, 'campaign');
    const campaign = code === undefined ? undefined : await store.read((db) => campaigns.find(db, code));
    if (code !== undefined && !campaign) return refused(`unknown campaign: ${code}`);
    const list = await store.read((db) => imports.list(db, campaign?.id));
    return done(list, list.map(line).join(''));
  }
};

export const undoCommand: Command = {
  usage: 'palier undo ID [--json]',
  options: {},
  positionals: { min: 1, max: 1 },
  async run(store, request) {
    const text = request.positionals[0] ?? '';
    const id = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    const undone = await store.write((db) => imports.undo(db, id));
    return undone ? done({ id, undone }, `import ${id} undone\n`) : refused(`unknown import: ${text}`);
  }
};
