import { nameWords, renamingRefusal } from '#lib/i18n/renamings.ts';
import * as renamings from '#lib/server/renamings.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import {
  author,
  byOption,
  done,
  last,
  misused,
  refused,
  type Command,
  type OptionSpec,
  type Request,
  type Result
} from './command.ts';
import { takeBackCommand } from './take-back.ts';

const saidOptions: Record<string, OptionSpec> = { reason: { kind: 'text' }, by: byOption };

function saidOf(request: Request) {
  return { reason: last(request, 'reason') ?? '', by: author(request) };
}

async function keep(
  store: Store,
  request: Request,
  act: (db: Db) => Promise<number | renamings.RenamingRefusal>,
  outcome: string
): Promise<Result> {
  const id = await store.write(act);
  if (typeof id === 'string') return refused(renamingRefusal(id, request.locale));
  return done({ id }, `${outcome}, no. ${id}\n`);
}

export const mergeCommand: Command = {
  usage: 'palier merge ID --into ID [--reason TEXT] [--by NAME] [--json]',
  options: { into: { kind: 'text' }, ...saidOptions },
  positionals: { min: 1, max: 1 },
  async run(store, request) {
    const [from = ''] = request.positionals;
    const into = last(request, 'into')?.trim();
    if (!into) return misused('--into ID is needed: the product whose name stays');
    const act = (db: Db) => renamings.merge(db, from, into, saidOf(request));
    return keep(store, request, act, `${from} merged into ${into}`);
  }
};

export const renameCommand: Command = {
  usage: 'palier rename ID [--product NAME] [--vendor NAME] [--reason TEXT] [--by NAME] [--json]',
  options: { product: { kind: 'text' }, vendor: { kind: 'text' }, ...saidOptions },
  positionals: { min: 1, max: 1 },
  async run(store, request) {
    const [id = ''] = request.positionals;
    const [product, vendor] = [last(request, 'product'), last(request, 'vendor')];
    if (product === undefined && vendor === undefined)
      return misused('--product NAME or --vendor NAME is needed');
    const name = {
      ...(product === undefined ? {} : { product }),
      ...(vendor === undefined ? {} : { vendor })
    };
    const act = (db: Db) => renamings.rename(db, id, name, saidOf(request));
    return keep(store, request, act, `${id} renamed`);
  }
};

export const renameVendorCommand: Command = {
  usage: 'palier rename-vendor NAME --to NAME [--reason TEXT] [--by NAME] [--json]',
  options: { to: { kind: 'text' }, ...saidOptions },
  positionals: { min: 1, max: 1 },
  async run(store, request) {
    const [name = ''] = request.positionals;
    const to = last(request, 'to');
    if (to === undefined) return misused('--to NAME is needed');
    const act = (db: Db) => renamings.renameVendor(db, name, to, saidOf(request));
    return keep(store, request, act, `${name} renamed ${to}`);
  }
};

export const unmergeCommand = takeBackCommand({
  usage: 'palier unmerge NUMBER [--by NAME] [--json]',
  retract: renamings.retract,
  noun: 'merge or rename'
});

export const renamingsCommand: Command = {
  usage: 'palier renamings [--json]',
  act: 'see',
  options: {},
  positionals: { min: 0, max: 0 },
  async run(store, { locale }) {
    const list = await store.read(renamings.list);
    const line = ({ id, kind, from, to, productId, by, reason, retractedAt }: renamings.Renaming) => {
      const change = `${nameWords(from, locale)} → ${nameWords(to, locale)}`;
      const standing = retractedAt === null ? 'in force' : 'taken back';
      return `${[id, kind, change, productId ?? '-', by ?? '-', reason, standing].join('\t')}\n`;
    };
    return done(list, list.map(line).join(''));
  }
};
