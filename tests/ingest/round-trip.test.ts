import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#lib/i18n/fold.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import type { Encoding } from '#lib/ingest/decode.ts';
import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import type { ParsedResponse } from '#lib/ingest/types.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { delimited, file, type Row } from './builders.ts';
import { encode } from './encode.ts';
import { repetitions } from '#tests/repetitions.ts';

const pieces = [
  ...[
    'Été',
    'sécurité',
    'l’accès',
    'où',
    'Noël',
    'œuvre',
    ' État',
    '« oui »',
    'façade',
    ' HÔPITAL',
    'a',
    'Zz',
    '7'
  ],
  ...['"', '""', "'", ',', ';', '\t', '|', '\n', '=1+1', '@SUM(A1)', '-2', '+3', ' ', '\u00a0', '–']
];
const beyondBytes = ['🔒', '漢字', 'e\u0301', 'Ж', '\u202f'];

interface Written {
  encoding: Encoding;
  mark: boolean;
  delimiter: string;
  lineBreak: string;
  layout: 'long' | 'wide';
  french: boolean;
}

const writing: fc.Arbitrary<Written> = fc.record({
  encoding: fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'),
  mark: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  layout: fc.constantFrom('long', 'wide'),
  french: fc.boolean()
});

const isUtf = ({ encoding }: Written) => encoding.startsWith('utf');

/** Text as it is read back: trimmed, never blank, and no number. */
function text(how: Written): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...pieces, ...(isUtf(how) ? beyondBytes : []));
  return fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => `x${parts.join('')}y`);
}

const code = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map((n) => `Q${n}`),
  fc.integer({ min: 1, max: 99 }).map((n) => `Q12[SQ0${n}]`),
  fc.integer({ min: 1, max: 99 }).map((n) => `C.1.${n}`)
);

function criterion(how: Written): fc.Arbitrary<Criterion> {
  const label = text(how);
  const levels = fc.uniqueArray(label, { minLength: 2, maxLength: 10, selector: fold });
  return fc
    .record({
      code,
      theme: text(how),
      label,
      levels,
      english: fc.boolean(),
      target: fc.nat(),
      conditional: fc.boolean()
    })
    .map(({ code, theme, label, levels, english, target, conditional }) => ({
      code,
      theme,
      scope: conditional ? 'conditional' : 'common',
      condition: conditional ? label : '',
      appliesWhen: '',
      obligation: '',
      titleFr: theme,
      titleEn: '',
      labelFr: label,
      labelEn: english ? theme : '',
      levels: levels.map((text, i) => (english && i % 2 ? { fr: '', en: text } : { fr: text, en: '' })),
      target: (target % levels.length) + 1
    }));
}

interface Product {
  product: string;
  vendor: string;
  corridor: string;
  size: string;
  seeds: number[];
}

function product(how: Written): fc.Arbitrary<Product> {
  const optional = fc.oneof(fc.constant(''), text(how));
  const seeds = fc.array(fc.nat({ max: 10_000 }), { minLength: 8, maxLength: 8 });
  return fc.record({ product: text(how), vendor: text(how), corridor: optional, size: optional, seeds });
}

const unique = (key: (item: Product) => string) => ({ minLength: 1, maxLength: 5, selector: key });

const sample = writing.chain((how) =>
  fc.record({
    how: fc.constant(how),
    criteria: fc.uniqueArray(criterion(how), { minLength: 1, maxLength: 8, selector: ({ code }) => code }),
    products: fc.uniqueArray(
      product(how),
      unique(({ product, vendor }) => `${fold(vendor)}|${fold(product)}`)
    ),
    shuffle: fc.array(fc.nat({ max: 1000 }), { minLength: 60, maxLength: 60 })
  })
);

/** Columns in another order. */
function shuffled(row: Row, keys: number[]): Row {
  const ranked = Object.entries(row).map((entry, i) => ({ entry, key: keys[i % keys.length] ?? 0 }));
  return Object.fromEntries(ranked.sort((a, b) => a.key - b.key).map(({ entry }) => entry));
}

function written(rows: Row[], how: Written, shuffle: number[]) {
  const content = delimited(
    rows.map((row) => shuffled(row, shuffle)),
    how.delimiter,
    how.lineBreak
  );
  return file(encode(content, how.encoding, how.mark && isUtf(how)));
}

function criterionFields(criterion: Criterion, french: boolean): Row {
  const levels = Array.from({ length: 10 }, (_, i) => [
    [french ? `Niveau_${i + 1}` : `level_${i + 1}_fr`, criterion.levels[i]?.fr ?? ''],
    [`level_${i + 1}_en`, criterion.levels[i]?.en ?? '']
  ]).flat();
  return {
    [french ? 'Critère' : 'code']: criterion.code,
    [french ? 'thème' : 'theme']: criterion.theme,
    [french ? 'portée' : 'scope']: french
      ? criterion.scope === 'common'
        ? 'commun'
        : 'conditionnel'
      : criterion.scope,
    condition: criterion.condition,
    title_fr: criterion.titleFr,
    [french ? 'libellé' : 'label_fr']: criterion.labelFr,
    label_en: criterion.labelEn,
    [french ? 'cible' : 'target']: String(criterion.target),
    ...Object.fromEntries(levels)
  };
}

/** A cell and the answer that it is read as: a label, a level in one of its forms, a mark or nothing. */
function answer({ levels, scope }: Criterion, seed: number): [cell: string, answer: number] {
  const level = (seed % levels.length) + 1;
  const label = levels[level - 1];
  const forms: [string, number][] = [
    [label?.fr || label?.en || '', level],
    [` ${(label?.fr || label?.en || '').toUpperCase()}.`, level],
    [String(level), level],
    [`${level},0`, level],
    ['sans réponse', 0],
    ['', -2],
    scope === 'common' ? ['no answer', 0] : ['N/A', -1]
  ];
  return forms[Math.floor(seed / 10) % forms.length] ?? ['', -2];
}

function identity({ product, vendor, corridor, size }: Product, french: boolean): Row {
  return french
    ? { Produit: product, Éditeur: vendor, Couloir: corridor, 'Taille; "réelle"': size }
    : { product, vendor, corridor, 'size, real': size };
}

function answerRows(products: Product[], criteria: Criterion[], { layout, french }: Written): Row[] {
  const cellOf = (product: Product, i: number, criterion: Criterion) =>
    answer(criterion, product.seeds[i] ?? 0)[0];
  if (layout === 'wide') {
    return products.map((product) => ({
      ...identity(product, french),
      ...Object.fromEntries(criteria.map((criterion, i) => [criterion.code, cellOf(product, i, criterion)]))
    }));
  }
  return products.flatMap((product) =>
    criteria.map((criterion, i) => ({
      ...identity(product, french),
      [french ? 'critère' : 'criterion']: criterion.code,
      [french ? 'réponse' : 'answer']: cellOf(product, i, criterion)
    }))
  );
}

function expectedResponse(product: Product, criteria: Criterion[], french: boolean): ParsedResponse {
  return {
    product: product.product,
    vendor: product.vendor,
    corridor: product.corridor,
    submittedAt: null,
    attributes: product.size === '' ? {} : { [french ? 'Taille; "réelle"' : 'size, real']: product.size },
    answers: Int8Array.from(criteria, (criterion, i) => answer(criterion, product.seeds[i] ?? 0)[1]),
    line: expect.any(Number) as number
  };
}

describe('whatever is written is read back the same', () => {
  it('in every layout, encoding, delimiter and line break', () => {
    fc.assert(
      fc.property(sample, ({ how, criteria, products, shuffle }) => {
        const fields = criteria.map((criterion) => criterionFields(criterion, how.french));
        const parsed = readQuestionnaire(written(fields, how, shuffle));
        expect(parsed).toEqual({ problems: [], questionnaire: { criteria } });

        const rows = answerRows(products, criteria, how);
        const { recognised, responses, problems } = readAnswers(written(rows, how, shuffle), { criteria });
        expect(problems).toEqual([]);
        expect(recognised).toMatchObject({ layout: how.layout, delimiter: how.delimiter, rows: rows.length });
        expect(responses).toEqual(products.map((product) => expectedResponse(product, criteria, how.french)));
      }),
      { numRuns: 10 * repetitions(20) }
    );
  });
});
