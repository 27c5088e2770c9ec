import fc from 'fast-check';
import { expect, it } from 'vitest';
import { problemMessage } from '#lib/i18n/problems.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import type { ColumnMapping } from '#lib/ingest/mapping.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { file, questionnaire, quoted } from './builders.ts';

/** How a column is headed: by code, by a label in either language, or by what a mapping names. */
type Style = 'code' | 'fr' | 'en' | 'mapped';

interface Column {
  first: string;
  second: string;
  cells: string[];
  mapping?: ColumnMapping;
}

const words = [
  'Accès',
  'l’audit',
  'Qui ?',
  'a,b',
  'c;d',
  '"e"',
  'œuvre',
  'deux\nlignes',
  'f > g',
  'h=i',
  'Réponse'
];
const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' '));

const sample = fc.record({
  twoRows: fc.boolean(),
  criteria: fc.array(
    fc.record({
      style: fc.constantFrom<Style>('code', 'fr', 'en', 'mapped'),
      text: phrase,
      shout: fc.boolean(),
      common: fc.boolean(),
      levels: fc.integer({ min: 2, max: 10 })
    }),
    { minLength: 1, maxLength: 8 }
  ),
  products: fc.array(fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 8, maxLength: 8 }), {
    minLength: 1,
    maxLength: 4
  }),
  mapsIdentity: fc.boolean(),
  grouped: fc.boolean(),
  order: fc.array(fc.nat({ max: 1000 }), { minLength: 12, maxLength: 12 })
});

type Sample = typeof sample extends fc.Arbitrary<infer T> ? T : never;

function criterionOf({ text, common, levels }: Sample['criteria'][number], i: number): Criterion {
  return {
    ...(questionnaire().criteria[0] as Criterion),
    code: `Q${i + 1}`,
    scope: common ? 'common' : 'conditional',
    labelFr: `${text} fr ${i}.`,
    labelEn: `${text} en ${i}?`,
    levels: Array.from({ length: levels }, (_, level) => ({ fr: `niveau ${level + 1}`, en: '' })),
    target: 1
  };
}

/** A cell and what it is read as: a level, said in one of three ways, or a word that only a mapping explains. */
function cellOf(seed: number, levels: number): [cell: string, answer: number] {
  if (seed < 0) return ['sans avis', 0];
  const level = (seed % levels) + 1;
  return [[`NIVEAU ${level}`, String(level), `${level},0`][seed % 3] ?? '', level];
}

function criterionColumn(drawn: Sample, i: number): Column {
  const { style = 'code', shout = false, levels = 2, text = '' } = drawn.criteria[i] ?? {};
  const { code, labelFr, labelEn } = criterionOf(drawn.criteria[i] ?? never(), i);
  const heading = { code, fr: labelFr, en: labelEn, mapped: `${text} mapped ${i}` }[style];
  const cells = drawn.products.map((seeds) => cellOf(seeds[i] ?? 0, levels)[0]);
  const written = shout ? heading.toUpperCase() : heading;
  const mapping = style === 'mapped' ? { mapping: { field: code, heading } } : {};
  // some stand alone above « Response », some are the lower part under a group's title
  return drawn.grouped && i % 2
    ? { first: 'Groupe', second: written, cells, ...mapping }
    : { first: written, second: 'Response', cells, ...mapping };
}

function never(): never {
  throw new Error('no such criterion');
}

function identityColumns({ products, mapsIdentity }: Sample): Column[] {
  const column = (field: string, heading: string, prefix: string): Column => ({
    first: mapsIdentity ? heading : field,
    second: '',
    cells: products.map((_, i) => `${prefix}${i}`),
    ...(mapsIdentity ? { mapping: { field, heading } } : {})
  });
  return [
    column('product', 'Logiciel = nom', 'P'),
    column('vendor', 'Sa maison', 'V'),
    { ...column('size', 'size', 'S'), mapping: undefined }
  ];
}

function shuffled(columns: Column[], order: number[]): Column[] {
  return columns
    .map((column, i) => ({ column, key: order[i % order.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ column }) => column);
}

/** Neighbours under one group leave its title to the first of them. */
function firstRow(columns: Column[]): string[] {
  return columns.map(({ first }, i) =>
    first === 'Groupe' && columns[i - 1]?.first === 'Groupe' ? '' : first
  );
}

function written(columns: Column[], twoRows: boolean) {
  const headings = twoRows
    ? [firstRow(columns), columns.map(({ second }) => second)]
    : [columns.map(({ first, second }) => (first === 'Groupe' ? second : first))];
  const products = (columns[0]?.cells ?? []).map((_, i) => columns.map(({ cells }) => cells[i] ?? ''));
  return file(
    [...headings, ...products].map((cells) => cells.map((cell) => quoted(cell, ',')).join(',')).join('\n')
  );
}

it('answers under labels, codes and mapped headings, in one heading row or two, are read back the same', () => {
  fc.assert(
    fc.property(sample, (drawn) => {
      const criteria = drawn.criteria.map(criterionOf);
      const columns = shuffled(
        [...identityColumns(drawn), ...criteria.map((_, i) => criterionColumn(drawn, i))],
        drawn.order
      );
      const map = columns.flatMap(({ mapping }) => mapping ?? []);
      const answers = [{ said: 'sans avis', means: 'unanswered' as const }];
      const { responses, problems, recognised } = readAnswers(
        written(columns, drawn.twoRows),
        { criteria },
        { map, answers }
      );
      expect(problems).toEqual([]);
      expect(recognised.headingRows).toBe(drawn.twoRows ? 2 : 1);
      expect(recognised.attributes).toEqual(['size']);
      expect(
        responses.map(({ product, vendor, attributes, answers }) => [
          product,
          vendor,
          attributes,
          [...answers]
        ])
      ).toEqual(
        drawn.products.map((seeds, i) => [
          `P${i}`,
          `V${i}`,
          { size: `S${i}` },
          criteria.map(({ levels }, criterion) => cellOf(seeds[criterion] ?? 0, levels.length)[1])
        ])
      );
    }),
    { numRuns: 400 }
  );
});

const cell = fc.constantFrom(
  '',
  '',
  'product',
  'vendor',
  'Q1',
  'Q2',
  'Q9',
  'Response',
  'Réponse',
  'critère',
  'answer',
  'A',
  '2',
  'Oui',
  'Theme',
  'x > y',
  '>',
  '"',
  'Les comptes sont-ils nominatifs ?'
);

it('whatever the first two rows say, something is read or reported, and every row is accounted for', () => {
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 4 });
  const map = fc.array(fc.record({ field: cell, heading: cell }), { maxLength: 2 });
  fc.assert(
    fc.property(rows, map, (rows, map) => {
      const input = file(rows.map((cells) => cells.map((text) => quoted(text, ',')).join(',')).join('\n'));
      const { responses, problems, recognised } = readAnswers(input, questionnaire(), { map });
      if (responses.length === 0) expect(problems).not.toEqual([]);
      for (const problem of problems) expect(problemMessage(problem, 'en')).not.toMatch(/undefined/);
      const filled = rows.filter((cells) => cells.some((text) => text.trim() !== '')).length;
      if (recognised.rows > 0)
        expect(recognised.rows + recognised.headingRows + recognised.passedOver).toBe(filled);
    }),
    { numRuns: 3000 }
  );
});
