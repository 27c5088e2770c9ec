import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as campaigns from '#lib/server/campaigns.ts';
import * as imports from '#lib/server/imports.ts';
import * as productHistory from '#lib/server/product-history.ts';
import { productId } from '#lib/server/product-id.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import { identify } from '#lib/server/identify.ts';
import { all, type Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { criterionRow, questionnaire } from '#tests/ingest/builders.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(8);
const definition = questionnaire(
  criterionRow(),
  criterionRow({ code: 'Q2' }),
  criterionRow({ code: 'Q3', scope: 'conditional' })
);

interface Sent {
  product: string;
  date: string | null;
  answers: number[];
}

type Act = { send: Sent[] } | { undo: number } | { redo: number };

const sent: fc.Arbitrary<Sent> = fc.record({
  product: fc.constantFrom('A', 'B', 'C'),
  date: fc.constantFrom(null, '2025-01-01', '2025-01-02', '2999-01-01'),
  answers: fc.tuple(...definition.criteria.map(() => fc.integer({ min: -2, max: 3 })))
});
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.array(sent, { minLength: 1, maxLength: 5 }).map((send) => ({ send })) },
  { weight: 3, arbitrary: fc.nat(8).map((undo) => ({ undo })) },
  { weight: 2, arbitrary: fc.nat(8).map((redo) => ({ redo })) }
);

/** An import as a plain list remembers it. */
interface Remembered {
  id: number;
  at: string;
  undone: boolean;
  send: Sent[];
}

async function send(db: Db, campaign: number, list: Sent[]): Promise<void> {
  const parsed = list.map(({ product, date, answers }, i) => ({
    product,
    vendor: 'Acme',
    corridor: '',
    submittedAt: date,
    attributes: {},
    answers: Int8Array.from(answers),
    line: i + 2
  }));
  await imports.create(db, campaign, {
    files: ['a.csv'],
    origin: 'command',
    all: parsed.map(identify)
  });
}

/** Of each product the latest date, then import, then place in the file. */
function standing(memory: Remembered[]): { product: string; list: number[][] }[] {
  return ['A', 'B', 'C'].flatMap((product) => {
    const own = memory
      .filter(({ undone }) => !undone)
      .flatMap(({ id, at, send }) =>
        send.map((one, place) => ({ ...one, key: [one.date ?? at, id, place] as const }))
      )
      .filter((one) => one.product === product)
      .sort((a, b) => {
        if (a.key[0] !== b.key[0]) return a.key[0] < b.key[0] ? -1 : 1;
        return a.key[1] - b.key[1] || a.key[2] - b.key[2];
      });
    return own.length > 0 ? [{ product, list: own.map(({ answers }) => answers) }] : [];
  });
}

function countsAs(answer: number, position: number): number {
  if (answer > 0) return answer;
  return definition.criteria[position]?.scope === 'common' || answer === 0 ? 0 : -1;
}

/** For each response from the second on, how many criteria count otherwise than before. */
function changes(list: number[][]): number[] {
  return list
    .slice(1)
    .map((answers, i) => answers.filter((a, p) => countsAs(a, p) !== countsAs(list[i]?.[p] ?? 9, p)).length);
}

let made = 0;

async function play(store: Store, acts: Act[]): Promise<void> {
  const memory: Remembered[] = [];
  const campaign = await store.write(async (db) => {
    const questionnaireId = await questionnaires.create(db, definition);
    return campaigns.create(db, { code: `c${++made}`, name: '', questionnaireId });
  });
  for (const one of acts) {
    if ('send' in one) {
      await store.write((db) => send(db, campaign, one.send));
      const [latest] = await store.read((db) => imports.list(db, campaign));
      if (latest) memory.push({ id: latest.id, at: latest.at, undone: false, send: one.send });
    } else {
      const undoes = 'undo' in one;
      const found = memory[undoes ? one.undo : one.redo];
      if (!found) continue;
      await store.write((db) => imports[undoes ? 'undo' : 'redo'](db, found.id, 'Somebody'));
      found.undone = undoes;
    }
    await compare(store, campaign, memory);
  }
}

async function compare(store: Store, campaign: number, memory: Remembered[]): Promise<void> {
  const rows = await store.read((db) =>
    all<{ product: string; answers: string }>(
      db,
      `select product, string_agg(answer::varchar, ',' order by position) as answers
       from response join answer on response_id = id
       where campaign_id = $campaign and in_force group by product order by product`,
      { campaign }
    )
  );
  const expected = standing(memory);
  expect(rows).toEqual(expected.map(({ product, list }) => ({ product, answers: list.at(-1)?.join() })));
  for (const { product, list } of expected) {
    const history = await store.read((db) => productHistory.read(db, productId('Acme', product)));
    const here = history.filter((one) => one.campaign === `c${made}` && !one.undone).reverse();
    expect(here.map(({ changed }) => changed)).toEqual([null, ...changes(list)]);
  }
}

test('whatever is imported, undone and restored in whatever order, the latest that stands is in force', () =>
  withStore((store) =>
    fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), (acts) => play(store, acts)),
      { numRuns: runs }
    )
  ));
