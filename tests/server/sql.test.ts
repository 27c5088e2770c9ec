import fc from 'fast-check';
import { expect, test } from 'vitest';
import { all } from '#lib/server/sql.ts';
import { repetitions } from '#tests/repetitions.ts';
import { withStore } from './temp-store.ts';

/** Plain ones, which are written into the statement, and such as would end or change it if they were. */
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

test('a text comes back as it was given, written into the statement or bound', () =>
  withStore((store) =>
    store.read((db) =>
      fc.assert(
        fc.asyncProperty(text, fc.array(text, { maxLength: 4 }), fc.integer(), async (text, list, whole) => {
          const sql = 'select $text as text, $list as list, $whole as whole, typeof($text) as type';
          expect(await all(db, sql, { text, list, whole })).toEqual([{ text, list, whole, type: 'VARCHAR' }]);
        }),
        { numRuns: repetitions(60) }
      )
    )
  ));
