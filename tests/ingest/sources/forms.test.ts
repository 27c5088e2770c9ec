import { describe, expect, it } from 'vitest';
import { readAnswers } from '#lib/ingest/answers.ts';
import { dateOrder, isoMoment } from '#lib/ingest/sources/moments.ts';
import type { ReadOptions } from '#lib/ingest/types.ts';
import { brief, criterionRow, delimited, file, questionnaire, type Row } from '../builders.ts';

const criteria = questionnaire();
const read = (rows: Row[], options?: ReadOptions) => readAnswers(file(delimited(rows)), criteria, options);

describe('the moment of a form', () => {
  it.each([
    ['14/03/2025 10:21:33', true, '2025-03-14T10:21:33'],
    ['3/14/25 9:05', false, '2025-03-14T09:05:00'],
    ['03/14/2025 12:00:01 AM', false, '2025-03-14T00:00:01'],
    ['3/14/2025 12:30:00 p.m.', false, '2025-03-14T12:30:00'],
    ['2025/03/14 1:02:03\u202fPM GMT+2', false, '2025-03-14T13:02:03+02:00'],
    ['2025-03-14T10:00:00.000+0100', false, '2025-03-14T10:00:00+01:00'],
    ['31/02/2025 10:00', true, '31/02/2025 10:00'],
    ['hier', true, 'hier']
  ])('%s is read', (text, isDayFirst, iso) => {
    expect(isoMoment(text, isDayFirst)).toBe(iso);
  });

  it.each([
    [['01/02/2025', '13/02/2025'], false, { isDayFirst: true, isAssumed: false }],
    [['01/02/2025', '02/13/2025'], true, { isDayFirst: false, isAssumed: false }],
    [['01/02/2025'], true, { isDayFirst: true, isAssumed: false }],
    [['01/02/2025'], false, { isDayFirst: false, isAssumed: true }],
    [['03/03/2025', '2025-01-02', ''], false, { isDayFirst: false, isAssumed: false }],
    [['13/01/2025', '01/13/2025'], true, undefined]
  ])(
    'the order of %j is told by a date that allows no other, else by the language',
    (cells, isFrench, order) => {
      expect(dateOrder(cells, isFrench)).toEqual(order);
    }
  );
});

const microsoft = {
  ID: '1',
  'Start time': '1/2/25 9:00:00',
  'Completion time': '1/2/25 9:30:00',
  Email: 'x@example.test',
  Name: 'A Person',
  Product: 'P',
  Vendor: 'V',
  Q1: '2',
  Q2: '1'
};

describe('a form', () => {
  it('keeps nothing of who filled it in, and says so', () => {
    const { responses, recognised } = read([{ ...microsoft, Size: 'big' }]);
    expect(responses).toMatchObject([{ attributes: { Size: 'big' } }]);
    expect(
      recognised.leftOut.filter(({ because }) => because === 'personal').map(({ heading }) => heading)
    ).toEqual(['Email', 'Name']);
  });

  it.each(['Votre e-mail', 'Adresse électronique du répondant', 'Qui pouvons-nous joindre ?'])(
    'keeps no address under « %s », whatever the question is called',
    (heading) => {
      const { responses, recognised } = read([{ ...microsoft, [heading]: 'a.b@example.test', Size: 'big' }]);
      expect(responses).toMatchObject([{ attributes: { Size: 'big' } }]);
      expect(Object.keys(responses[0]?.attributes ?? {})).toEqual(['Size']);
      expect(recognised.leftOut).toContainEqual(expect.objectContaining({ heading, because: 'personal' }));
    }
  );

  it('warns where a date can be read in two ways', () => {
    const { responses, problems } = read([microsoft]);
    expect(responses).toMatchObject([{ submittedAt: '2025-01-02T09:30:00' }]);
    expect(problems.map(brief)).toEqual(['warning assumed_dates null Completion time=1/2/25 9:30:00']);
  });

  it('has its date from another column if there is one, or if a person says so', () => {
    const other = read([{ ...microsoft, Date: '2024-12-31' }]);
    expect(other.responses).toMatchObject([{ submittedAt: '2024-12-31' }]);
    expect(other.recognised.leftOut).toContainEqual({ heading: 'Completion time', because: 'technical' });
    const map = [{ field: 'submitted_at', heading: 'When' }];
    expect(read([{ ...microsoft, When: '2024-12-30' }], { map }).responses).toMatchObject([
      { submittedAt: '2024-12-30' }
    ]);
  });

  it('reads a single choice of several, and refuses two', () => {
    expect(read([{ ...microsoft, Q1: 'Oui;' }]).responses.map(({ answers }) => answers[0])).toEqual([3]);
    expect(read([{ ...microsoft, Q1: 'Oui;Non;' }]).problems.map(brief)).toContain(
      'error unknown_answer 2 Q1=Oui;Non;'
    );
  });

  it('is read as another source where a person says so', () => {
    const { responses, recognised } = read([microsoft], { source: 'canonical' });
    expect(recognised).toMatchObject({ source: 'canonical', reason: { by: 'option' }, leftOut: [] });
    expect(responses).toMatchObject([{ submittedAt: null, attributes: { Name: 'A Person' } }]);
  });

  it('of Google with an unreadable moment is reported where it stands', () => {
    const row = { Horodateur: '31/02/2025 10:00:00', Produit: 'P', Éditeur: 'V', Q1: '1', Q2: '1' };
    const rows = [row, { ...row, Horodateur: '14/03/2025 10:00:00', Produit: 'Q' }];
    expect(read(rows).problems.map(brief)).toEqual(['error bad_date 2 Horodateur=31/02/2025 10:00:00']);
    expect(read([row]).recognised.source).toBe('canonical');
  });

  it('is none for a product column that says when it was last seen', () => {
    const rows = [{ product: 'P', vendor: 'V', Timestamp: 'x', ID: '7', Name: 'n', Q1: '1', Q2: '1' }];
    const { responses, recognised } = read(rows);
    expect(recognised.source).toBe('canonical');
    expect(responses).toMatchObject([{ attributes: { Timestamp: 'x', ID: '7', Name: 'n' } }]);
  });
});

describe('KoboToolbox', () => {
  const kobo = { _id: '1', _uuid: 'u', _submission_time: '2025-03-14T10:00:00' };

  it('goes by the end of a path, but not by a number in a code', () => {
    const row = { ...kobo, 'a/produit': 'P', 'a/b/editeur': 'V', 'x.y.Q1': '2', 'x-Q2': 'level_4' };
    expect(read([row]).responses.map(({ answers }) => [...answers])).toEqual([[2, 4]]);
    const numbered = questionnaire(criterionRow({ code: '3' }));
    const file3 = file(delimited([{ ...kobo, produit: 'P', editeur: 'V', 'C.1.3': '2' }]));
    expect(readAnswers(file3, numbered).responses).toEqual([]);
    const clash = { ...kobo, produit: 'P', editeur: 'V', Q1: '2', 'a/Q1': '3', Q2: '1' };
    expect(read([clash]).responses).toMatchObject([{ attributes: { 'a/Q1': '3' } }]);
  });

  it('reads names of choices: a label’s spelling, a mark, a number that is assumed to be the level', () => {
    const row = (Q1: string, Q2: string, i: number) => ({ ...kobo, produit: `P${i}`, editeur: 'V', Q1, Q2 });
    const { responses, problems } = read([row('en_partie', 'sans_objet', 0), row('option_3', 'toujours', 1)]);
    expect(responses.map(({ answers }) => [...answers])).toEqual([
      [2, -1],
      [3, 4]
    ]);
    expect(problems.map(brief)).toEqual(['warning codes_as_levels null null=option_3']);
  });
});
