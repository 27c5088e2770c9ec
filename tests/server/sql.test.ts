import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withHeldTexts } from '#lib/server/held-texts.ts';
import { all } from '#lib/server/sql.ts';
import { repetitions } from '#tests/repetitions.ts';
import { withStore } from './temp-store.ts';

/** Plain ones, and such as would end or change a statement if they were written into it. */
const text = fc.oneof(
  fc.constantFrom(
    'Hôpital',
    'Médico-social',
    '',
    '$list',
    "it's",
    "'; drop table answer; --",
    '\\',
    '\u00a0',
    '日本'
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom("'", '"', '\\', '$', '-', '\n', '/', '*', ';', 'é', '\u2019'),
    maxLength: 8
  })
);

/** As DuckDB's integers are: what is longer comes back as a bigint. */
const wholes = fc.integer({ min: 1 - 2 ** 31 });

test('a text comes back as it was given, bound or held in a variable', () =>
  withStore((store) =>
    store.read((db) =>
      fc.assert(
        fc.asyncProperty(text, fc.array(text, { maxLength: 4 }), wholes, async (text, list, whole) => {
          const sql = 'select $text as text, $list as list, $whole as whole, typeof($text) as type';
          const parameters = { text, list, whole };
          const given = [{ text, list, whole, type: 'VARCHAR' }];
          expect(await all(db, sql, parameters)).toEqual(given);
          const [statement, bound] = await withHeldTexts(db, sql, parameters);
          expect(statement).not.toContain('$text');
          expect(await all(db, statement, bound)).toEqual(given);
        }),
        { numRuns: repetitions(60) }
      )
    )
  ));

test('questions asked at once on one connection each read their own texts, and the next reader none of them', () =>
  withStore(async (store) => {
    const asked = Array.from({ length: 40 }, (_, i) => `texte ${i % 20}`);
    const answers = await store.read((db) =>
      Promise.all(
        asked.map(async (text) => {
          const [statement, bound] = await withHeldTexts(db, 'select $text as text', { text });
          const [row] = await all<{ text: string }>(db, statement, bound);
          return row?.text;
        })
      )
    );
    expect(answers).toEqual(asked);
    await store.read(async (db) => {
      const [statement] = await withHeldTexts(db, 'select $text as text', { text: 'autre' });
      // from the first variable on: those of the reader before are not kept
      expect(statement).toBe("select getvariable('text_0') as text");
      expect(await all(db, statement)).toEqual([{ text: 'autre' }]);
    });
  }));
