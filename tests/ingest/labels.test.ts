import { describe, expect, it } from 'vitest';
import { problemMessage } from '#lib/i18n/problems.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { brief, criterionRow, file, questionnaire, tableFile, wideRow, type Row } from './builders.ts';

const criteria = questionnaire(
  criterionRow({ label_fr: 'Les comptes sont-ils nominatifs ?', label_en: 'Are accounts personal?' }),
  criterionRow({
    code: 'Q2',
    scope: 'conditional',
    title_fr: 'Double authentification',
    label_fr: 'L’accès à distance exige-t-il deux facteurs ?'
  })
);

const read = (row: Row, options?: ReadOptions) =>
  readAnswers(tableFile({ product: 'A', vendor: 'B', ...row }), criteria, options);
const answersOf = (row: Row, options?: ReadOptions) =>
  read(row, options).responses.map(({ answers }) => [...answers]);
const matchedOf = (row: Row, options?: ReadOptions) =>
  read(row, options)
    .recognised.matched.filter(({ by }) => by !== 'name')
    .map(({ field, heading, by }) => `${field}=${heading} ${by}`);

describe('a heading is matched to a criterion', () => {
  it.each<[string, string]>([
    ['by its French label', 'Les comptes sont-ils nominatifs ?'],
    ['by its English label', 'Are accounts personal?'],
    ['whatever case, accents, blanks and final punctuation', ' LES  COMPTES\u00a0sont‑ils nominatifs…']
  ])('%s', (_, heading) => {
    const row = { [heading]: 'Oui', Q2: '1' };
    expect(read(row).problems).toEqual([]);
    expect(answersOf(row)).toEqual([[3, 1]]);
    expect(matchedOf(row)).toEqual([`Q1=${heading.trim()} label`, 'Q2=Q2 code']);
  });

  it('by its optional title', () => {
    expect(answersOf({ Q1: '1', 'double AUTHENTIFICATION': '2' })).toEqual([[1, 2]]);
  });

  it('by its code before another’s label', () => {
    const odd = questionnaire(
      criterionRow({ label_fr: 'Q2' }),
      criterionRow({ code: 'Q2', label_fr: 'autre' })
    );
    const { responses } = readAnswers(file('product,vendor,Q2,autre\nA,B,3,x\n'), odd);
    expect(responses.map(({ answers }) => [...answers])).toEqual([[-2, 3]]);
  });

  it('and never read as a field of that name', () => {
    const odd = questionnaire(criterionRow({ label_fr: 'Corridor' }));
    const { responses, recognised } = readAnswers(file('product,vendor,corridor,Q1\nA,B,x,3\n'), odd);
    expect(responses).toMatchObject([{ corridor: 'x' }]);
    expect(recognised.matched.at(-1)).toEqual({ field: 'Q1', heading: 'Q1', by: 'code' });
  });

  it('unless it is to be ignored', () => {
    const row = { 'Are accounts personal?': 'x', Q1: '2', Q2: '1' };
    expect(answersOf(row, { ignore: ['are accounts personal'] })).toEqual([[2, 1]]);
    expect(
      matchedOf({ 'Are accounts personal?': '1', Q2: '1' }, { ignore: ['Are accounts personal?'] })
    ).toEqual(['Q2=Q2 code']);
  });
});

describe('a label is not certain', () => {
  it('where two criteria have it: both lack a column', () => {
    const twins = questionnaire(
      criterionRow(),
      criterionRow({ code: 'Q2' }),
      criterionRow({ code: 'Q3', label_fr: 'x' })
    );
    const text = 'product,vendor,Les comptes sont-ils nominatifs ?,Q3\nA,B,3,1\n';
    const { problems, recognised } = readAnswers(file(text), twins);
    expect(problems.map(brief)).toEqual(['warning missing_column 1 Q1=Q1', 'warning missing_column 1 Q2=Q2']);
    expect(recognised.attributes).toEqual(['Les comptes sont-ils nominatifs ?']);
  });

  it('where two columns have it: an error', () => {
    const text = 'product,vendor,Are accounts personal?,Are accounts personal,Q2\nA,B,3,1,1\n';
    const { problems, responses } = readAnswers(file(text), criteria);
    expect(problems.map(brief)).toEqual([
      'error duplicate_column 1 Are accounts personal=Are accounts personal'
    ]);
    expect(responses).toEqual([]);
  });

  it('where another column has the code: it is an attribute, with a warning', () => {
    const row = { 'Are accounts personal?': 'en partie', Q1: '3', Q2: '1' };
    const { problems, responses } = read(row);
    expect(problems.map(brief)).toEqual([
      'warning duplicate_column 1 Are accounts personal?=Are accounts personal?'
    ]);
    expect(responses).toMatchObject([{ attributes: { 'Are accounts personal?': 'en partie' } }]);
    expect(problems[0] && problemMessage(problems[0], 'fr')).toBe(
      'La colonne «\u00a0Are accounts personal?\u00a0» dit la même chose que la colonne «\u00a0Q1\u00a0». Elle n’est gardée que comme attribut.'
    );
  });

  it('where it is a title and another column has the label: an attribute, with a warning', () => {
    const row = {
      Q1: '1',
      'Double authentification': 'x',
      'L’accès à distance exige-t-il deux facteurs ?': '2'
    };
    expect(answersOf(row)).toEqual([[1, 2]]);
    expect(read(row).problems.map(({ severity, code, value }) => [severity, code, value])).toEqual([
      ['warning', 'duplicate_column', 'Double authentification']
    ]);
  });

  it('where nothing is left of it after folding', () => {
    const odd = questionnaire(criterionRow({ label_fr: '?' }), criterionRow({ code: 'Q2' }));
    const { recognised } = readAnswers(file('product,vendor,!,Q2\nA,B,1,2\n'), odd);
    expect(recognised.attributes).toEqual(['!']);
  });

  it('where it is only alike: it is suggested, and not used', () => {
    const row = { 'Les comptes sont ils tous nominatifs ?': 'Oui', Q2: '1' };
    const { problems, responses } = read(row);
    expect([...(responses[0]?.answers ?? [])]).toEqual([-2, 1]);
    expect(problems.map(brief)).toEqual(['warning missing_column 1 Q1=Q1']);
    expect(problems[0] && problemMessage(problems[0], 'fr')).toBe(
      'Le critère «\u00a0Q1\u00a0» n’a pas de colonne\u00a0: ses réponses sont lues comme vides. ' +
        'La colonne «\u00a0Les comptes sont ils tous nominatifs ?\u00a0» ressemble à la question Q1 ' +
        '(«\u00a0Les comptes sont-ils nominatifs ?\u00a0»)\u00a0; ' +
        'confirmez par --map "Q1=Les comptes sont ils tous nominatifs ?".'
    );
    expect(problems[0] && problemMessage(problems[0], 'en')).toContain(
      'looks like question Q1 (“Les comptes sont-ils nominatifs ?”); confirm by --map "Q1=Les comptes sont ils tous nominatifs ?".'
    );
  });
});

describe('suggested, never used, is', () => {
  const detailsOf = (row: Row) => readAnswers(tableFile(row), criteria).problems.map(({ detail }) => detail);

  it('a column that begins with a code', () => {
    expect(detailsOf(wideRow({ Q1: '1', Q2: '1' }))).toEqual([]);
    expect(detailsOf({ product: 'A', vendor: 'B', Q1: '1', 'Q2 - accès': '1' })).toMatchObject([
      { field: 'Q2', looksLike: 'Q2 - accès' }
    ]);
  });

  it('a code but for zeros and signs, which stays an error', () => {
    const { problems } = readAnswers(tableFile({ product: 'A', vendor: 'B', Q1: '1', Q02: '1' }), criteria);
    expect(problems.map(brief)).toEqual([
      'warning missing_column 1 Q2=Q2',
      'error unknown_criterion 1 Q02=Q02'
    ]);
    expect(problems.map(({ detail }) => detail)).toMatchObject([{ looksLike: 'Q02' }, { field: 'Q2' }]);
  });

  it('a column for the product or the vendor', () => {
    const row = { 'Nom du produit': 'A', Editeurs: 'B', Q1: '1', Q2: '1' };
    expect(detailsOf(row)).toEqual([
      { field: 'product', looksLike: 'Nom du produit' },
      { field: 'vendor', looksLike: 'Editeurs' }
    ]);
  });

  it('a column where no criterion has one', () => {
    const { problems } = read({ 'Double authentication': '1' });
    expect(problems).toMatchObject([
      { code: 'missing_column', detail: { criteria: 'none', looksLike: 'Double authentication' } }
    ]);
  });

  it('of several questions and columns the most alike, and each column once', () => {
    const alike = questionnaire(
      criterionRow({ label_fr: 'Les comptes sont-ils nominatifs ?' }),
      criterionRow({ code: 'Q2', label_fr: 'Les comptes sont-ils nominatifs et tracés ?' }),
      criterionRow({ code: 'Q3', label_fr: 'x' })
    );
    const suggested = (...headings: string[]) =>
      readAnswers(file(`product,vendor,Q3,${headings.join()}\nA,B,1${',1'.repeat(headings.length)}\n`), alike)
        .problems.filter(({ detail }) => detail)
        .map(({ detail }) => `${detail?.['field']}=${detail?.['looksLike']}`);
    expect(suggested('Les comptes sont-il nominatifs')).toEqual(['Q1=Les comptes sont-il nominatifs']);
    expect(suggested('Les comptes sont-il nominatifs', 'Comptes nominatifs')).toEqual([
      'Q1=Les comptes sont-il nominatifs'
    ]);
    expect(suggested('Les comptes sont-ils nominatifs')).toEqual([]);
  });

  it('no column that is unlike', () => {
    expect(detailsOf({ product: 'A', vendor: 'B', Q1: '1', Gender: 'x', Age: '3' })).toEqual([undefined]);
  });
});

it('a long file stays long where an attribute is headed by a title', () => {
  const text = 'product,vendor,criterion,answer,Double authentification\nA,B,Q1,3,x\n';
  const { recognised, responses, problems } = readAnswers(file(text), criteria);
  expect(recognised).toMatchObject({ layout: 'long', attributes: ['Double authentification'] });
  expect([...(responses[0]?.answers ?? [])]).toEqual([3, -2]);
  expect(problems).toEqual([]);
});

it('labels tell the delimiter, though they hold another', () => {
  const commas = questionnaire(criterionRow({ label_fr: 'Un, deux, trois' }), criterionRow({ code: 'Q2' }));
  const { recognised } = readAnswers(file('a,b;c\tUn, deux, trois\td\n1\t2\t3\n'), commas);
  expect(recognised.delimiter).toBe('\t');
});
