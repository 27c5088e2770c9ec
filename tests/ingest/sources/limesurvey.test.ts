import { describe, expect, it } from 'vitest';
import { problemMessage } from '#lib/i18n/problems.ts';
import { readAnswers } from '#lib/ingest/answers.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { brief, criterionRow, file, questionnaire } from '../builders.ts';
import { fixture } from './fixtures.ts';
import * as fixtures from './fixtures.ts';

const criteria = questionnaire(
  criterionRow({ label_fr: 'Les comptes sont-ils nominatifs ?' }),
  criterionRow({ code: 'Q2', scope: 'conditional', label_fr: 'La liste est-elle revue ?' })
);

/** A record as LimeSurvey writes it: null is nothing between delimiters. */
const line = (...cells: (string | null)[]) =>
  cells.map((cell) => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`)).join(';') + '\r\n';
const system = ['id', 'submitdate', 'lastpage', 'startlanguage', 'datestamp'];
const export_ = (headings: string[], ...rows: (string | null)[][]) =>
  file('\ufeff' + line(...system, ...headings) + rows.map((row) => line(...row)).join('') + '\r\n');
const sent = ['1', '2025-03-14 10:00:00', '2', 'fr', '2025-03-14 10:00:00'];
const started = ['2', null, '1', 'fr', '2025-04-01 08:00:00'];
const identified = ['produit', 'editeur', 'Q1', 'Q2'];
const read = (headings: string[], rows: (string | null)[][], options?: ReadOptions) =>
  readAnswers(export_(headings, ...rows), criteria, options);

describe('a LimeSurvey export', () => {
  it('names the columns by which it is recognised, and those that it leaves out', () => {
    const { recognised } = readAnswers(fixture('limesurvey/full-long.csv'), fixtures.criteria);
    expect(recognised.reason).toEqual({
      by: 'columns',
      columns: [
        ...['ID de la réponse', 'Date de soumission', 'Dernière page', 'Langue de départ', 'Tête de série'],
        ...['Date de lancement', 'Date de la dernière action']
      ]
    });
    expect(recognised.attributes).toEqual([]);
    expect(recognised.leftOut.map(({ because }) => because)).toEqual(Array(6).fill('technical'));
  });

  it('leaves out who answered, unless a person maps it or wants it kept', () => {
    const headings = [...identified, 'ipaddr', 'token', 'firstname'];
    const row = [...sent, 'A', 'B', '2', '1', '192.0.2.7', 'secret', 'Une'];
    const { responses, recognised } = read(headings, [row], { ignore: ['token'] });
    expect(responses).toMatchObject([{ attributes: { token: 'secret' } }]);
    expect(recognised.leftOut.filter(({ because }) => because === 'personal')).toEqual([
      { heading: 'ipaddr', because: 'personal' },
      { heading: 'firstname', because: 'personal' }
    ]);
    const mapped = read(headings, [row], { map: [{ field: 'vendor', heading: 'firstname' }] });
    expect(mapped.responses).toMatchObject([{ vendor: 'Une', attributes: { editeur: 'B' } }]);
  });

  it.each([
    ['a part of a question', 'Q1[SQ001]', 'TH[Q2]'],
    ['a part in the engine’s spelling', 'Q1_SQ001', 'TH_Q2'],
    [
      'a text with its part',
      'Accès [Les comptes sont-ils nominatifs ?]',
      'La liste est-elle revue ? [Liste]'
    ],
    ['an abbreviated text', 'Les comptes son.. ', 'La liste est-e.. '],
    ['blanks as underscores', 'Les_comptes_sont-ils_nominatifs_?', 'La_liste_est-elle_revue_?']
  ])('matches %s', (_, first, second) => {
    const { responses, problems } = read(
      ['produit', 'editeur', first, second],
      [[...sent, 'A', 'B', 'Oui', '1']]
    );
    expect(problems).toEqual([]);
    expect(responses.map(({ answers }) => [...answers])).toEqual([[3, 1]]);
  });

  it('keeps comments and other texts beside a question', () => {
    const { responses } = read(
      [...identified, 'Q1[comment]', 'Q1[other]'],
      [[...sent, 'A', 'B', '2', '1', 'voir annexe', 'x']]
    );
    expect(responses).toMatchObject([{ attributes: { 'Q1[comment]': 'voir annexe', 'Q1[other]': 'x' } }]);
    expect([...(responses[0]?.answers ?? [])]).toEqual([2, 1]);
  });

  it('does not guess between questions that are abbreviated alike', () => {
    const alike = questionnaire(
      criterionRow({ label_fr: 'Les comptes sont-ils nominatifs ?' }),
      criterionRow({ code: 'Q2', label_fr: 'Les comptes sont-ils revus ?' })
    );
    const input = export_(['produit', 'editeur', 'Les comptes son.. '], [...sent, 'A', 'B', '2']);
    expect(readAnswers(input, alike).responses).toEqual([]);
  });

  it('reads the numbers of codes as levels and says so; what a person says comes first', () => {
    const rows = [
      [...sent, 'A', 'B', 'A3', 'AO02'],
      ['2', ...sent.slice(1), 'C', 'B', 'L1', 'A4']
    ];
    const { responses, problems } = read(identified, rows, {
      answers: [{ said: 'A4', means: 'not_applicable' }]
    });
    expect(responses.map(({ answers }) => [...answers])).toEqual([
      [3, 2],
      [1, -1]
    ]);
    expect(problems.map(brief)).toEqual(['warning codes_as_levels null null=A3, AO02, L1']);
    expect(read(identified, rows).problems.map(brief)).toContain('error level_out_of_range 3 Q2=A4');
  });

  it('reads its own yes and no, and refuses its « other »', () => {
    const yesNo = questionnaire(criterionRow({ level_2_fr: 'Oui', level_3_fr: '' }));
    const rows = ['Y', 'N', '-oth-'].map((answer, i) => [String(i), ...sent.slice(1), `P${i}`, 'B', answer]);
    const { responses, problems } = readAnswers(export_(['produit', 'editeur', 'Q1'], ...rows), yesNo);
    expect(responses.map(({ answers }) => answers[0])).toEqual([2, 1]);
    expect(problems.map(brief)).toEqual(['error unknown_answer 4 Q1=-oth-']);
  });

  it('takes the mask off what a spreadsheet would run', () => {
    const { responses } = read(identified, [[...sent, "'=A1", "'B'", '2', '1']]);
    expect(responses).toMatchObject([{ product: '=A1', vendor: "'B'" }]);
  });

  it('has no date where a survey keeps none', () => {
    const row = ['1', '1980-01-01 00:00:00', '2', 'fr', '1980-01-01 00:00:00', 'A', 'B', '2', '1'];
    const { responses, problems } = read(identified, [row]);
    expect(responses).toMatchObject([{ submittedAt: null }]);
    expect(problems).toEqual([]);
  });
});

describe('a response that was never sent', () => {
  it('counts, dated by its last action, and is named', () => {
    const { responses, problems } = read(identified, [[...started, 'A', 'B', '2', null]]);
    expect(responses).toMatchObject([{ product: 'A', submittedAt: '2025-04-01T08:00:00' }]);
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'incomplete_response', line: 2, value: 'A', detail: { fate: 'counts' } }
    ]);
  });

  it('never takes the place of one that was sent, nor stands for nobody', () => {
    const { responses, problems } = read(identified, [
      [...sent, 'A', 'B', '3', '1'],
      [...started, 'a', 'b', '1', null],
      ['3', ...started.slice(1), '', '', null, null]
    ]);
    expect(responses.map(({ answers }) => [...answers])).toEqual([[3, 1]]);
    expect(problems.map(({ line, detail }) => [line, detail?.['fate']])).toEqual([
      [3, 'displaced'],
      [4, 'nameless']
    ]);
    for (const problem of problems) expect(problemMessage(problem, 'fr')).toMatch(/Elle n’est pas gardée/);
  });
});

describe('a cell left blank though it was shown', () => {
  const asked = (first: string | null, second: string | null) =>
    read(identified, [
      [...sent, 'A', 'B', first, second],
      ['2', ...sent.slice(1), 'C', 'B', '1', null]
    ]);

  it('is read as blank and counted by product', () => {
    const { responses, problems } = asked('', '');
    expect(responses.map(({ answers }) => [...answers])).toEqual([
      [-2, -2],
      [1, -2]
    ]);
    expect(problems).toMatchObject([{ code: 'left_blank', line: 2, value: 'A', detail: { count: 2 } }]);
    expect(problems[0] && problemMessage(problems[0], 'fr')).toMatch(
      /^«\u00a0A\u00a0»\u00a0: 2 questions affichées/
    );
  });

  it('is not counted where it was not shown', () => {
    expect(asked(null, null).problems).toEqual([]);
  });

  it('is not counted where the file quotes every cell, as older versions do', () => {
    const { problems } = read(identified, [[...sent, 'A', 'B', '', '1']]);
    expect(problems).toEqual([]);
  });
});
