import { describe, expect, it } from 'vitest';
import { problemMessage } from '#lib/i18n/problems.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import { constantsOfName } from '#lib/ingest/sources/file-name.ts';
import { BLANK } from '#lib/maturity/answer.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { brief, criterionRow, file, questionnaire } from '../builders.ts';

const criteria = questionnaire(
  criterionRow(),
  criterionRow({ code: 'Q2', scope: 'conditional', label_fr: 'Deux facteurs ?', level_4_fr: 'Toujours' })
);
const read = (text: string, name = 'Éditeur - Produit.csv', options?: ReadOptions) =>
  readAnswers(file(text, name), criteria, options);
const table = 'critère;réponse\nQ1;2\nQ2;3\n';

describe('the name of a file', () => {
  it.each([
    ['Acme - Suite.csv', ['Suite', 'Acme']],
    ['dossier/Jean-Paul – Soins - Plus.xlsx', ['Soins - Plus', 'Jean-Paul']],
    ['Acme - Suite 2.0 - 2025-03-14.csv', ['Suite 2.0', 'Acme', '2025-03-14']],
    ['Acme-Suite.csv', []],
    ['export.csv', []],
    [' - Suite.csv', []]
  ])('%s holds %j', (name, values) => {
    expect(constantsOfName(name).map(({ value }) => value)).toEqual(values);
  });
});

describe('a file of one product', () => {
  it('has product and vendor from its name', () => {
    const { responses, recognised, problems } = read(table);
    expect(problems).toEqual([]);
    expect(responses).toMatchObject([{ product: 'Produit', vendor: 'Éditeur', line: 2 }]);
    expect(recognised.constants).toEqual([
      { field: 'product', value: 'Produit', from: 'file' },
      { field: 'vendor', value: 'Éditeur', from: 'file' }
    ]);
  });

  it('has them rather from cells above the table, and first of all from what a person says', () => {
    const above = `Produit;Alpha\nContact;Une Personne\nVersion;3\n\n${table}`;
    const { responses, recognised } = read(above);
    expect(responses).toMatchObject([
      { product: 'Alpha', vendor: 'Éditeur', attributes: { Version: '3' }, line: 6 }
    ]);
    expect(recognised.leftOut).toEqual([{ heading: 'Contact', because: 'personal' }]);
    const said = read(above, undefined, { product: 'Dit', vendor: 'Autre' });
    expect(said.responses).toMatchObject([
      { product: 'Dit', vendor: 'Autre', corridor: '', attributes: { Version: '3' } }
    ]);
    expect(Object.keys(said.responses[0]?.attributes ?? {})).toEqual(['Version']);
  });

  it.each([
    ['N°;Thème;Question;Réponse;Commentaire\nQ1;T;Les comptes ?;2;vu\nQ2;T;Deux facteurs ?;3;\n', [2, 3]],
    ['Thème;Question;Votre réponse\nT;Deux facteurs ?;3\n', [BLANK, 3]],
    ['Exigence;Niveau déclaré\nQ1;2\nQ2;3\n', [2, 3]]
  ])('may head criteria and answers in other words, where the cells name criteria: %j', (text, answers) => {
    const { recognised, responses } = read(`Solution;Alpha\nIndustriel :;Acme\n\n${text}`);
    expect(recognised.source).toBe('one-product');
    expect(responses.map((one) => [one.product, one.vendor, [...one.answers]])).toEqual([
      ['Alpha', 'Acme', answers]
    ]);
  });

  it('is not one whose questions are no criteria', () => {
    expect(read('Question;Réponse\nQuand ?;2\n').recognised.source).toBe('canonical');
  });

  it('says how to name product and vendor where nothing does', () => {
    const { responses, problems } = read(table, 'export.csv');
    expect(responses).toEqual([]);
    expect(problems.map(brief)).toEqual([
      'error missing_column 1 product=null',
      'error missing_column 1 vendor=null'
    ]);
    for (const problem of problems) {
      expect(problemMessage(problem, 'fr')).toMatch(/--(product|vendor) .*«\u00a0Éditeur - Produit/);
      expect(problemMessage(problem, 'en')).toMatch(/--(product|vendor) .*“Vendor - Product/);
    }
  });

  it('passes over headings that come again on another page', () => {
    const { responses, problems, recognised } = read('critère;réponse\nQ1;2\ncritère;réponse\nQ2;3\n');
    expect(problems).toEqual([]);
    expect(responses.map(({ answers }) => [...answers])).toEqual([[2, 3]]);
    expect(recognised.passedOver).toBe(1);
  });

  it('is none where a column looks like the product’s: a person must confirm it', () => {
    const text = 'Nom du produit;Éditeur;critère;réponse\nP;V;Q1;2\n';
    const { problems, recognised } = read(text);
    expect(recognised.source).toBe('canonical');
    expect(problems).toMatchObject([{ code: 'missing_column', detail: { looksLike: 'Nom du produit' } }]);
    const map = [{ field: 'product', heading: 'Nom du produit' }];
    expect(read(text, undefined, { map }).responses).toMatchObject([{ product: 'P', vendor: 'V' }]);
  });

  it('takes of several possible columns those that hold codes and answers', () => {
    const text = 'Code;Critère;Niveau;Réponse\nQ1;Accès;haut;Oui\nQ2;Accès;bas;Toujours\nTitre;;;\n';
    const { responses, recognised } = read(text);
    expect(responses.map(({ answers }) => [...answers])).toEqual([[3, 4]]);
    expect(recognised).toMatchObject({ rows: 2, passedOver: 1 });
    expect(recognised.leftOut.map(({ heading }) => heading)).toEqual(['Critère', 'Niveau']);
  });

  it('goes by a question’s text, and reports a code or answer that is none at its line', () => {
    const text = 'Produit;A\ncritère;réponse\nLes comptes sont-ils nominatifs ?;1\nQ9;\nQ2;quoi\nInconnu;2\n';
    expect(read(text).problems.map(brief)).toEqual([
      'error unknown_criterion 4 critère=Q9',
      'error unknown_answer 5 réponse=quoi',
      'error unknown_criterion 6 critère=Inconnu'
    ]);
  });

  it('holds constants for any file without these columns', () => {
    const wide = readAnswers(file('product,Q1,Q2\nA,1,2\nB,2,\nC\n'), criteria, { vendor: 'Acme' });
    expect(wide.responses.map(({ product, vendor }) => [product, vendor])).toEqual([
      ['A', 'Acme'],
      ['B', 'Acme'],
      ['C', 'Acme']
    ]);
    expect(wide.problems.map(brief)).toEqual(['warning short_row 4 null=null']);
  });
});

describe('CISO Assistant', () => {
  const headings = 'urn;ref_id;name;compliance_result;requirement_progress;score;observations\n';
  const ciso = (rows: string, options?: ReadOptions) => read(headings + rows, undefined, options);

  it('needs to be told what a result means where there is no score', () => {
    const rows = "u;1;Titre;;;;\nu;Q1;x;partially_compliant;done;;'=a\nu;Q2;y;not_applicable;done;2;\n";
    expect(ciso(rows).problems.map(brief)).toEqual([
      'error unknown_answer 3 score / compliance_result=partially_compliant'
    ]);
    const { responses, problems, recognised } = ciso(rows, {
      answers: [{ said: 'partially_compliant', means: 2 }]
    });
    expect(problems).toEqual([]);
    expect(recognised.passedOver).toBe(1);
    expect(responses.map(({ answers }) => [...answers])).toEqual([[2, -1]]);
  });

  it('reads a requirement without a result as blank, and one that is unknown as an error', () => {
    const { problems } = ciso('u;Q1;x;not_assessed;to_do;;\nu;Q99;y;compliant;done;2;\n');
    expect(problems.map(brief)).toEqual(['error unknown_criterion 3 ref_id=Q99']);
  });
});
