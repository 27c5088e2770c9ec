import fc from 'fast-check';
import type { Encoding } from '#lib/ingest/decode.ts';
import { delimited, file, type Row } from '#tests/ingest/builders.ts';
import type { LabelledCriterion } from './naive-file.ts';

export const codes = [
  'Q12[SQ003]',
  'C.1.10',
  'C.1.1',
  'Q1',
  'Q10',
  'Q2',
  'A/B',
  '100%',
  'é-1',
  'Q 7',
  'X_1',
  'Q12[SQ030]'
];

export const labels = [
  { fr: 'Non, jamais', en: 'No, never' },
  { fr: 'En partie ; à l’étude', en: 'In part; under "study"' },
  { fr: 'Oui', en: '' },
  { fr: 'Oui,\u00a0et « mesuré »', en: 'Yes | measured' }
];

export function criterionOf(code: string, i: number): LabelledCriterion {
  const levels = 2 + (i % 3);
  return {
    code,
    theme: i % 2 === 0 ? 'Accès' : 'Journaux',
    scope: i % 3 === 2 ? 'conditional' : 'common',
    levels,
    target: 1 + ((i + 1) % levels),
    labels: labels.slice(0, levels)
  };
}

export function questionnaireFile(criteria: LabelledCriterion[]) {
  const rows = criteria.map(({ code, theme, scope, target, labels }) => ({
    code,
    thème: theme,
    portée: scope === 'common' ? 'Commun' : 'Conditionnel',
    libellé: `Question ${code} ?`,
    ...Object.fromEntries(
      labels.flatMap(({ fr, en }, i) => [
        [`niveau_${i + 1}`, fr],
        [`level_${i + 1}_en`, en]
      ])
    ),
    cible: String(target)
  }));
  return file(delimited(rows), 'questionnaire.csv');
}

export interface Shape {
  layout: 'long' | 'wide';
  delimiter: string;
  encoding: Encoding;
  mark: boolean;
  lineBreak: string;
  /** Decides the order of the columns and of the rows. */
  order: number[];
}

/** A product with the answers as written, by criterion. */
export interface Written {
  produit: string;
  éditeur: string;
  couloir: string;
  remarque: string;
  answers: string[];
}

function shuffled<T>(items: T[], order: number[]): T[] {
  const rank = (i: number) => order[i % order.length] ?? 0;
  return items
    .map((item, i) => ({ item, at: rank(i) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function reordered(row: Row, order: number[]): Row {
  return Object.fromEntries(shuffled(Object.entries(row), order));
}

export function rowsOf(products: Written[], criteria: LabelledCriterion[], { layout, order }: Shape): Row[] {
  const rows = products.flatMap(({ answers, ...who }): Row[] => {
    if (layout === 'wide')
      return [{ ...who, ...Object.fromEntries(criteria.map(({ code }, i) => [code, answers[i] ?? ''])) }];
    return criteria.map(({ code }, i) => ({ ...who, critère: code, réponse: answers[i] ?? '' }));
  });
  return shuffled(
    rows.map((row) => reordered(row, order)),
    order
  );
}

function answerOf({ levels, labels }: LabelledCriterion): fc.Arbitrary<string> {
  const level = fc.integer({ min: 1, max: levels });
  const label = (n: number) => labels[n - 1] ?? { fr: '', en: '' };
  return fc.oneof(
    { weight: 2, arbitrary: level.map(String) },
    { weight: 2, arbitrary: level.map((n) => label(n).fr) },
    { weight: 2, arbitrary: level.map((n) => label(n).en || label(n).fr.toUpperCase()) },
    { weight: 1, arbitrary: level.map((n) => ` ${label(n).fr.replaceAll('\u00a0', '  ')}. `) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '',
        ' ',
        'NA',
        'n/a',
        'Sans objet',
        'Non applicable',
        'Sans réponse',
        'non répondu',
        'Unanswered'
      )
    }
  );
}

export const names = ['Orvelis', 'Orvelis  Bloc', 'L’Agenda', '"Le Dossier"', 'Été; hiver', 'A, B & C'];

const shape: fc.Arbitrary<Shape> = fc.record({
  layout: fc.constantFrom('long' as const, 'wide' as const),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  encoding: fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
  mark: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  order: fc.array(fc.nat(), { minLength: 7, maxLength: 23 })
});

export const campaign = fc
  .record({
    criteria: fc.subarray(codes, { minLength: 2 }).map((chosen) => chosen.map(criterionOf)),
    shape,
    who: fc.uniqueArray(
      fc.record({
        produit: fc.constantFrom(...names),
        éditeur: fc.constantFrom('Acme', 'Édi-Santé', 'acme 2')
      }),
      {
        selector: ({ produit, éditeur }) => `${éditeur}/${produit}`,
        minLength: 1,
        maxLength: 12
      }
    )
  })
  .chain(({ criteria, shape, who }) =>
    fc
      .tuple(
        ...who.map(
          (identity) =>
            fc.record({
              ...Object.fromEntries(Object.entries(identity).map(([k, v]) => [k, fc.constant(v)])),
              couloir: fc.constantFrom('Hôpital', 'Imagerie', ''),
              remarque: fc.constantFrom('', 'une ligne', 'deux\nlignes', '"citée"'),
              answers: fc.tuple(...criteria.map(answerOf))
            }) as fc.Arbitrary<Written>
        )
      )
      .map((products) => ({ criteria, shape, products }))
  );
