import * as campaigns from '#lib/server/campaigns.ts';
import * as imports from '#lib/server/imports.ts';
import type { ImportRecord } from '#lib/server/imports.ts';
import { author, byOption, done, last, refused, type Command } from './command.ts';

function line({ id, at, campaign, kind, records, files, accepted, undone, by }: ImportRecord): string {
  const brought = {
    answers: `${accepted.products} products`,
    comments: `${records} comments`,
    audits: `${records} results`
  };
  const cells = [id, at, campaign, brought[kind], files.join(', '), by ?? '-'];
  return `${[...cells, ...(undone ? ['undone'] : [])].join('\t')}\n`;
}

export const importsCommand: Command = {
  act: 'see',
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

function changing(name: 'undo' | 'redo', outcome: string): Command {
  return {
    usage: `palier ${name} ID [--by NAME] [--json]`,
    options: { by: byOption },
    positionals: { min: 1, max: 1 },
    async run(store, request) {
      const text = request.positionals[0] ?? '';
      const id = /^\d{1,9}$/.test(text) ? Number(text) : -1;
      const came = await store.write((db) => imports[name](db, id, author(request)));
      if (came === 'unknown') return refused(`unknown import: ${text}`);
      const said = came === 'done' ? outcome : `was ${outcome} before: nothing changed`;
      return done({ id, undone: name === 'undo' }, `import ${id} ${said}\n`);
    }
  };
}

export const undoCommand = changing('undo', 'undone');
export const redoCommand = changing('redo', 'restored');
