import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as campaigns from '#lib/server/campaigns.ts';
import * as changes from '#lib/server/changes.ts';
import type { ChangedProduct } from '#lib/server/changes.ts';
import * as imports from '#lib/server/imports.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import { identify } from '#lib/server/identify.ts';
import { all, type Db } from '#lib/server/sql.ts';
import { questionnaire } from '#tests/ingest/builders.ts';
import { withStore } from './temp-store.ts';
import { repetitions } from '#tests/repetitions.ts';

interface Given {
  product: string;
  submittedAt: string | null;
  corridor: string;
  answers: number[];
}

const given: fc.Arbitrary<Given> = fc.record({
  product: fc.constantFrom('Alpha', 'Bêta', 'Gamma', 'Delta'),
  submittedAt: fc.constantFrom(null, '2020-01-01', '2020-01-01T10:00:00', '2021-05-05', '2999-01-01'),
  corridor: fc.constantFrom('', 'Hôpital'),
  answers: fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }))
});
/** Several imports, each of which may be undone at once, then the one that is asked about. */
const history = fc.array(
  fc.record({ files: fc.array(given, { minLength: 1, maxLength: 6 }), undone: fc.boolean() }),
  { maxLength: 4 }
);

function identified(list: Given[]) {
  return list.map(({ product, submittedAt, corridor, answers }) =>
    identify({
      product,
      vendor: 'Acme',
      corridor,
      submittedAt,
      attributes: {},
      answers: Int8Array.from(answers),
      line: 2
    })
  );
}

interface Standing {
  id: number;
  digest: string;
  answers: number[];
}

async function inForce(db: Db, campaign: number): Promise<Map<string, Standing>> {
  const rows = await all<Standing & { product: string }>(
    db,
    `select product, r.id, digest, list(answer::int order by position) as answers
     from response r join answer a on a.response_id = r.id
     where campaign_id = $campaign and in_force group by all`,
    { campaign }
  );
  return new Map(rows.map((row) => [row.product, row]));
}

function names(list: ChangedProduct[]) {
  return list.map(({ product, answers }) => `${product} ${answers}`).sort();
}

/** What really was in force before and after tells what the import did. */
function told(before: Map<string, Standing>, after: Map<string, Standing>, incoming: Given[]) {
  const found = { added: [], changed: [], unchanged: [], older: [] } as Record<string, string[]>;
  for (const product of new Set(incoming.map((one) => one.product))) {
    const [old, now] = [before.get(product), after.get(product)];
    const differ = now?.answers.filter((answer, i) => answer !== old?.answers[i]).length ?? 0;
    if (!old) found['added']?.push(`${product} 0`);
    else if (old.id === now?.id) found['older']?.push(`${product} 0`);
    else if (old.digest === now?.digest) found['unchanged']?.push(`${product} 0`);
    else found['changed']?.push(`${product} ${differ}`);
  }
  return found;
}

test('changes.read tells what the import then does, after any history', () =>
  withStore((store) =>
    fc.assert(
      fc.asyncProperty(history, fc.array(given, { maxLength: 6 }), async (past, incoming) => {
        await store.write(async (db) => {
          const questionnaireId = await questionnaires.create(db, questionnaire());
          const code = `c${Math.random()}`;
          const id = await campaigns.create(db, { code, name: '', questionnaireId });
          for (const { files, undone } of past) {
            const at = await imports.create(db, id, {
              files: ['a'],
              origin: 'page',
              all: identified(files)
            });
            if (undone) await imports.undo(db, at);
          }
          const before = await inForce(db, id);
          const said = await changes.read(db, id, identified(incoming));
          await imports.create(db, id, { files: ['b'], origin: 'page', all: identified(incoming) });
          const expected = told(before, await inForce(db, id), incoming);
          // an equal response counts as unchanged even where the one in force is the later
          const equal = (list: ChangedProduct[]) =>
            list.filter(({ product }) => expected['older']?.includes(`${product} 0`));
          const older = [...said.older, ...equal(said.unchanged)];
          const unchanged = said.unchanged.filter((one) => !equal(said.unchanged).includes(one));
          expect({
            added: names(said.added),
            changed: names(said.changed),
            unchanged: names(unchanged),
            older: names(older)
          }).toEqual(Object.fromEntries(Object.entries(expected).map(([kind, list]) => [kind, list.sort()])));
        });
      }),
      { numRuns: repetitions(30) }
    )
  ));

test('in a campaign that is to be created every product is new', () =>
  withStore(async (store) => {
    const incoming = identified([
      { product: 'Alpha', submittedAt: null, corridor: '', answers: [1, 2] },
      { product: 'Alpha', submittedAt: '2020-01-01', corridor: '', answers: [1, 2] }
    ]);
    const { added, changed } = await store.read((db) => changes.read(db, undefined, incoming));
    expect({ added, changed }).toEqual({
      added: [{ product: 'Alpha', vendor: 'Acme', answers: 0 }],
      changed: []
    });
  }));
