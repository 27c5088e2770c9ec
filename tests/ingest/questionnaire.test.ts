import { describe, expect, it } from 'vitest';
import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import { brief, criterionRow, delimited, file, tableFile, type Row } from './builders.ts';
import { encode } from './encode.ts';

const problems = (...rows: Row[]) => readQuestionnaire(tableFile(...rows)).problems.map(brief);

const eleven = Object.fromEntries(
  Array.from({ length: 11 }, (_, i) => [`level_${i + 1}_fr`, `Niveau ${i + 1}`])
);

function without(row: Row, ...fields: string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
}

describe('readQuestionnaire reads', () => {
  it('every field', () => {
    const row = criterionRow({
      code: ' C.1.10 ',
      scope: 'conditional',
      condition: 'si hébergé',
      applies_when: 'hosting = cloud and C.1.10 >= 2',
      obligation: 'art. L.1111-8',
      title_fr: 'Comptes',
      title_en: 'Accounts',
      label_en: 'Are accounts personal?',
      level_1_en: 'No',
      level_2_en: 'In part',
      target: '3.0'
    });
    expect(readQuestionnaire(tableFile(row))).toEqual({
      problems: [],
      questionnaire: {
        criteria: [
          {
            code: 'C.1.10',
            theme: 'Accès',
            scope: 'conditional',
            condition: 'si hébergé',
            appliesWhen: 'hosting = cloud and C.1.10 >= 2',
            obligation: 'art. L.1111-8',
            titleFr: 'Comptes',
            titleEn: 'Accounts',
            labelFr: 'Les comptes sont-ils nominatifs ?',
            labelEn: 'Are accounts personal?',
            levels: [
              { fr: 'Non', en: 'No' },
              { fr: 'En partie', en: 'In part' },
              { fr: 'Oui', en: '' }
            ],
            target: 3
          }
        ]
      }
    });
  });

  it('French headings, in Windows-1252 with semicolons', () => {
    const row = {
      Critère: 'Q1',
      Thème: 'Accès',
      Portée: 'Commun',
      'Condition d’application': 'toujours',
      "S'applique si": 'a = b',
      'Base légale': 'loi',
      'Titre court': 'Comptes',
      Intitulé: 'Où ?',
      Niveau_1: 'Non',
      niveau_2: 'Oui',
      Niveau_cible: '2'
    };
    const bytes = encode(delimited([row], ';', '\r\n'), 'windows-1252');
    const { questionnaire, problems } = readQuestionnaire(file(bytes));
    expect(problems).toEqual([]);
    expect(questionnaire?.criteria[0]).toMatchObject({
      code: 'Q1',
      theme: 'Accès',
      scope: 'common',
      condition: 'toujours',
      appliesWhen: 'a = b',
      obligation: 'loi',
      titleFr: 'Comptes',
      labelFr: 'Où ?',
      levels: [{ fr: 'Non' }, { fr: 'Oui' }],
      target: 2
    });
  });

  it.each([
    ['code', ['critère', 'criterion', 'question']],
    ['theme', ['thème', 'domaine']],
    ['scope', ['portée', 'champ']],
    ['label_fr', ['libellé', 'intitulé', 'LABEL_FR', 'label fr']],
    ['target', ['niveau_cible', 'cible']],
    ['level_1_fr', ['niveau_1']]
  ])('another heading for %s', (field, others) => {
    const { [field]: value = '', ...rest } = criterionRow();
    for (const other of others) expect(problems({ ...rest, [other]: value })).toEqual([]);
  });

  it.each([
    ['common', 'common'],
    ['Commun', 'common'],
    ['CONDITIONAL', 'conditional'],
    ['conditionnel', 'conditional']
  ])('the scope %s', (scope, read) => {
    const parsed = readQuestionnaire(tableFile(criterionRow({ scope })));
    expect(parsed.questionnaire?.criteria[0]?.scope).toBe(read);
  });

  it('a criterion written in English only, and two with different numbers of levels', () => {
    const english = without(
      criterionRow({ code: 'Q2', label_en: 'Why?', level_1_en: 'No', level_2_en: 'Yes' }),
      'label_fr',
      'level_1_fr',
      'level_2_fr',
      'level_3_fr'
    );
    const { questionnaire } = readQuestionnaire(tableFile(criterionRow(), english));
    expect(questionnaire?.criteria.map(({ levels }) => levels.length)).toEqual([3, 2]);
  });

  it('10 levels, some in one language only', () => {
    const ten = { ...without(eleven, 'level_11_fr', 'level_4_fr'), level_4_en: 'Four' };
    const { questionnaire } = readQuestionnaire(tableFile(criterionRow({ ...ten, target: '10' })));
    expect(questionnaire?.criteria[0]?.levels).toHaveLength(10);
    expect(questionnaire?.criteria[0]?.levels[3]).toEqual({ fr: '', en: 'Four' });
  });

  it('rows cut short after their last filled cell', () => {
    const text = 'code,theme,scope,target,label_fr,level_1_fr,level_2_fr,level_3_fr\nQ1,T,common,2,L,a,b\n';
    expect(readQuestionnaire(file(text)).questionnaire?.criteria).toHaveLength(1);
  });
});

describe('readQuestionnaire reports', () => {
  const one = (changes: Row) => problems(criterionRow(changes));
  it.each([
    [
      'a code that comes twice',
      () => problems(criterionRow(), criterionRow({ code: ' q1 ' })),
      'duplicate_criterion 3 code= q1 '
    ],
    ['a target beyond the levels', () => one({ target: '4' }), 'bad_target 2 target=4'],
    ['a target of 0', () => one({ target: '0' }), 'bad_target 2 target=0'],
    ['a target that is no whole number', () => one({ target: '1.5' }), 'bad_target 2 target=1.5'],
    ['no target', () => one({ target: '' }), 'bad_target 2 target='],
    ['no level', () => one({ level_1_fr: '', level_2_fr: '', level_3_fr: '' }), 'bad_levels 2 level_1_fr='],
    ['1 level', () => one({ level_2_fr: '', level_3_fr: '', target: '1' }), 'bad_levels 2 level_2_fr='],
    ['11 levels', () => one(eleven), 'bad_levels 2 level_11_fr=Niveau 11'],
    ['a hole in the levels', () => one({ level_2_fr: ' ' }), 'bad_levels 2 level_2_fr= '],
    ['two levels with one label', () => one({ level_3_fr: 'NON.' }), 'bad_levels 2 level_3_fr=NON.'],
    [
      'two levels with one label across languages',
      () => one({ level_3_en: 'non' }),
      'bad_levels 2 level_3_en=non'
    ],
    [
      'a label that reads as not applicable',
      () => one({ level_1_fr: 'Sans objet' }),
      'bad_levels 2 level_1_fr=Sans objet'
    ],
    [
      'a label that reads as unanswered',
      () => one({ level_1_en: 'No answer' }),
      'bad_levels 2 level_1_en=No answer'
    ],
    ['an unknown scope', () => one({ scope: 'partout' }), 'bad_scope 2 scope=partout'],
    ['no scope', () => one({ scope: '' }), 'bad_scope 2 scope='],
    ['no code', () => one({ code: ' ' }), 'missing_value 2 code= '],
    ['no theme', () => one({ theme: '' }), 'missing_value 2 theme='],
    ['no label', () => one({ label_fr: '' }), 'missing_value 2 label_fr='],
    ['no column for the code', () => problems(without(criterionRow(), 'code')), 'missing_column 1 code=null'],
    [
      'no column for the theme',
      () => problems(without(criterionRow(), 'theme')),
      'missing_column 1 theme=null'
    ],
    [
      'no column for the scope',
      () => problems(without(criterionRow(), 'scope')),
      'missing_column 1 scope=null'
    ],
    [
      'no column for the target',
      () => problems(without(criterionRow(), 'target')),
      'missing_column 1 target=null'
    ],
    [
      'no column for the label',
      () => problems(without(criterionRow(), 'label_fr')),
      'missing_column 1 label_fr=null'
    ],
    [
      'no column for levels',
      () => problems(without(criterionRow(), 'level_1_fr', 'level_2_fr', 'level_3_fr')),
      'missing_column 1 level_1_fr=null'
    ],
    ['two columns for one field', () => one({ Critère: 'Q1' }), 'duplicate_column 1 Critère=Critère'],
    ['two columns for one level', () => one({ Niveau_1: 'Non' }), 'duplicate_column 1 Niveau_1=Niveau_1'],
    [
      'a row longer than the headings',
      () => read(delimited([criterionRow()]).trimEnd() + ',x\n'),
      'ragged_row 2 null=null'
    ],
    [
      'the headings again',
      () => read(delimited([criterionRow()]) + delimited([criterionRow({ code: 'Q2' })])),
      'repeated_header 3 null=null'
    ],
    ['an empty file', () => read(''), 'empty_file null null=null'],
    ['blank lines only', () => read('\n \r\n\n'), 'empty_file null null=null'],
    ['a byte order mark only', () => read('\ufeff'), 'empty_file null null=null'],
    ['headings only', () => read('code,theme,scope,target\n,,,\n'), 'empty_file null null=null'],
    ['an unclosed quote', () => read('code,theme\nQ1,a\n\n"Q2,b\n'), 'unreadable_file 4 null=null']
  ])('%s', (_, found, expected) => {
    expect(found()).toEqual([`error ${expected}`]);
  });

  it('all problems at once, with lines that count line breaks within cells, and headings as written', () => {
    const rows = [
      criterionRow({ label_fr: 'deux\nlignes' }),
      criterionRow({ scope: 'x', target: '9' }),
      criterionRow({ code: '', level_3_fr: 'Non' })
    ].map(({ code = '', target = '', ...rest }) => ({ ' Critère ': code, ...rest, CIBLE: target }));
    const { questionnaire, problems } = readQuestionnaire(tableFile(...rows));
    expect(questionnaire).toBeUndefined();
    expect(problems.map(brief)).toEqual([
      'error duplicate_criterion 4 Critère=Q1',
      'error bad_scope 4 scope=x',
      'error bad_target 4 CIBLE=9',
      'error missing_value 5 Critère=',
      'error bad_levels 5 level_3_fr=Non'
    ]);
  });

  it('no bad target where the levels are at fault', () => {
    expect(one({ level_3_fr: '', level_2_fr: '', target: '3' })).toEqual(['error bad_levels 2 level_2_fr=']);
  });
});

function read(text: string): string[] {
  return readQuestionnaire(file(text)).problems.map(brief);
}
