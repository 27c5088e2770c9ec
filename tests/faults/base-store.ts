import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { finishLeft } from '#lib/commands/application.ts';
import type { Request } from '#lib/commands/command.ts';
import { execute } from '#lib/commands/registry.ts';
import { productId } from '#lib/server/product-id.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { request } from '#tests/commands/request.ts';
import { criterionRow, delimited, file, type Row } from '#tests/ingest/builders.ts';
import { factsOf, heldBy } from './facts.ts';

export const codes = Array.from({ length: 8 }, (_, i) => `Q${i + 1}`);
const questionnaire = file(
  delimited(
    codes.map((code, i) =>
      criterionRow({ code, theme: `Thème ${i % 3}`, scope: i % 4 === 3 ? 'conditional' : 'common' })
    )
  ),
  'questionnaire.csv'
);

/** The product that is purged has a name to look for in the bytes of files. */
export const purged = 'Zyxomède Portail';
const nameOf = (i: number) => (i === 5 ? purged : `P${i}`);

/** One response a product, its levels turned by `turn`. */
export function answers(products: number, turn: number) {
  const rows = Array.from({ length: products }, (_, p): Row => ({
    product: nameOf(p),
    vendor: `V${p % 12}`,
    corridor: ['Hôpital', 'Imagerie'][p % 2] ?? '',
    submitted_at: `2025-0${1 + turn}-01`,
    ...Object.fromEntries(codes.map((code, i) => [code, String(1 + ((p + i + turn) % 3))]))
  }));
  return file(delimited(rows), `answers-${turn}.csv`);
}

export const opinions = (count: number) =>
  file(
    delimited(
      Array.from({ length: count }, (_, i) => ({
        criterion: codes[i % codes.length] ?? '',
        organisation: `Organisation ${i}`,
        organisation_type: 'Éditeur',
        stance: 'reserved',
        comment: `Délai ${i}`
      }))
    ),
    `comments-${count}.csv`
  );

export function asked(
  command: string,
  options: Record<string, string>,
  rest: Partial<Request> = {}
): Request {
  const lists = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, [value]]));
  return request(command, { options: lists, ...rest });
}

export const product = (i: number) => productId(`V${i % 12}`, nameOf(i));
export const campaign = { campaign: 'v1' };
export const secret = 'a long enough password';
export const correction = { ...campaign, product: product(2), criterion: 'Q2', reason: 'relu' };

const scenario = (verb: string, name: string) => asked(`scenario ${verb}`, { ...campaign, name });

/** Something of every kind, so that each kind of write has something to change. */
const base: Request[] = [
  asked('import', campaign, { files: { _: [answers(30, 0)], questionnaire: [questionnaire] } }),
  asked('import', campaign, { files: { _: [answers(30, 1)] } }),
  asked('import', campaign, { files: { _: [answers(20, 3)] } }),
  asked('undo', {}, { positionals: ['3'] }),
  asked('correct', { ...correction, level: '1' }),
  asked('merge', { into: product(12) }, { positionals: [product(0)] }),
  asked('comments import', campaign, { files: { _: [opinions(3)] } }),
  scenario('create', 'Socle'),
  scenario('create', 'Retiré'),
  scenario('remove', 'Retiré'),
  asked('user add', { role: 'manager' }, { positionals: ['Ada'], secret }),
  asked('user add', { role: 'analyst' }, { positionals: ['Bea'], secret })
];

export async function within<T>(dir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(dir);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

export async function doneOn(store: Store, asked: Request): Promise<void> {
  const { exit, messages } = await execute(store, asked);
  if (exit !== 0) throw new Error(`${asked.command}: ${messages.join()}`);
}

export function makeBase(dir: string): Promise<void> {
  return within(dir, async (store) => {
    for (const asked of base) await doneOn(store, asked);
  });
}

/** What the store holds and says when a server has started on it. */
export async function factsAfterStart(store: Store): Promise<string> {
  await finishLeft(store);
  return factsOf(store);
}

/** What it holds then; what it says follows from that where the process has just begun. */
export async function heldAfterStart(store: Store): Promise<string> {
  await finishLeft(store);
  return heldBy(store);
}

/** The files of a store, but for the trail, in whose bytes a text stands. */
export async function filesWith(dir: string, text: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('trail'));
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const place = path.join(parentPath, name);
      return (await readFile(place)).includes(text) ? [place] : [];
    })
  );
  return found.flat();
}
