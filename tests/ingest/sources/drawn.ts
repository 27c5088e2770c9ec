import fc from 'fast-check';
import { fold } from '#lib/i18n/fold.ts';
import type { Encoding } from '#lib/ingest/decode.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { questionnaire } from '../builders.ts';

/** How a file's text is written, whatever tool writes it. */
export interface Dialect {
  encoding: Encoding;
  mark: boolean;
  delimiter: string;
  lineBreak: string;
}

/** A level, nothing, or a not-applicable mark. */
export type DrawnAnswer = number | 'blank' | 'na';

export interface DrawnProduct {
  product: string;
  vendor: string;
  corridor: string;
  size: string;
  /** Without a zone, to the second. */
  moment: string;
  answers: DrawnAnswer[];
  /** Chooses between several ways of writing the same. */
  seed: number;
}

export interface Drawn {
  dialect: Dialect;
  criteria: Criterion[];
  products: DrawnProduct[];
}

const pieces = [
  ...['Été', 'sécurité', 'l’accès', 'œuvre', '« oui »', 'façade', 'a', '7', '"', '""', "'", ',', ';', '\t'],
  ...['|', '\n', '=1+1', '@SUM(A1)', '-2', '+3', ' ', '\u00a0', '–', '?']
];
const beyondBytes = ['🔒', '漢字', 'e\u0301', 'Ж'];

export const isUtf = ({ encoding }: Dialect) => encoding.startsWith('utf');

const dialect: fc.Arbitrary<Dialect> = fc.record({
  encoding: fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'),
  mark: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r')
});

/** Text as it is read back: never blank, no number, trimmed; at times what a spreadsheet would run. */
function text(how: Dialect): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...pieces, ...(isUtf(how) ? beyondBytes : []));
  const start = fc.constantFrom('x', 'x', '=x', '-x');
  return fc
    .tuple(start, fc.array(piece, { minLength: 1, maxLength: 5 }))
    .map(([first, parts]) => `${first}${parts.join('')}y`);
}

function criterion(how: Dialect): fc.Arbitrary<Omit<Criterion, 'code'>> {
  const label = text(how);
  return fc
    .record({
      label,
      levels: fc.uniqueArray(label, { minLength: 2, maxLength: 10, selector: fold }),
      conditional: fc.boolean()
    })
    .map(({ label, levels, conditional }) => ({
      ...(questionnaire().criteria[0] as Criterion),
      scope: conditional ? 'conditional' : 'common',
      labelFr: label,
      labelEn: '',
      levels: levels.map((fr) => ({ fr, en: '' })),
      target: 1
    }));
}

const moment = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19));

function product(how: Dialect): fc.Arbitrary<Omit<DrawnProduct, 'answers'> & { answers: number[] }> {
  const optional = fc.oneof(fc.constant(''), text(how));
  const answers = fc.array(fc.nat({ max: 10_000 }), { minLength: 8, maxLength: 8 });
  return fc.record({
    ...{ product: text(how), vendor: text(how), corridor: optional, size: optional },
    ...{ moment, answers, seed: fc.nat({ max: 1000 }) }
  });
}

function answerOf({ levels, scope }: Criterion, seed: number): DrawnAnswer {
  if (seed % 7 === 0) return 'blank';
  return seed % 7 === 1 && scope === 'conditional' ? 'na' : (seed % levels.length) + 1;
}

/** Random responses of one to five products to one to eight criteria, Q01 to Q08. */
export const drawn: fc.Arbitrary<Drawn> = dialect.chain((how) =>
  fc
    .record({
      criteria: fc.uniqueArray(criterion(how), {
        minLength: 1,
        maxLength: 8,
        selector: ({ labelFr }) => fold(labelFr)
      }),
      products: fc.uniqueArray(product(how), {
        minLength: 1,
        maxLength: 5,
        selector: ({ product, vendor }) => `${fold(vendor)}|${fold(product)}`
      })
    })
    .map(({ criteria: wordings, products }) => {
      const criteria = wordings.map((wording, i) => ({ ...wording, code: `Q0${i + 1}` }));
      return {
        dialect: how,
        criteria,
        products: products.map((one) => ({
          ...one,
          answers: criteria.map((criterion, i) => answerOf(criterion, one.answers[i] ?? 0))
        }))
      };
    })
);
