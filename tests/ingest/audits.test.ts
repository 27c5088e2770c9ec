import { describe, expect, it, test } from 'vitest';
import { readAudits } from '#lib/ingest/audits.ts';
import { readControls } from '#lib/ingest/controls.ts';
import { auditRow, controlRow } from './audit-row.ts';
import { brief, delimited, file, type Row } from './builders.ts';
import { encode } from './encode.ts';

const controls = readControls(
  file(
    delimited([
      controlRow(),
      controlRow({ criterion: 'Q2' }),
      controlRow({ control: 'C-02', severity: 'medium', criterion: '' })
    ])
  ),
  ['Q1', 'Q2']
);

const map = (...rows: Row[]) => readControls(file(delimited(rows.map(controlRow))), ['Q1', 'Q2']);
const forms = (...rows: Row[]) => readAudits(file(delimited(rows.map(auditRow))), controls.rows);

describe('readControls', () => {
  it('gathers the criteria of a control, which may have none', () => {
    expect(controls).toMatchObject({
      rows: [
        { control: 'C-01', severity: 'high', criteria: ['Q1', 'Q2'] },
        { control: 'C-02', severity: 'medium', criteria: [] }
      ],
      problems: []
    });
  });

  it('takes French headings and words, and a line twice', () => {
    const text = 'Contrôle;Critère;Gravité\r\nc1;q2;Élevée\r\nC1;Q2;haute\r\nC2;Q1;Moyenne\r\n';
    expect(readControls(file(encode(text, 'windows-1252')), ['Q1', 'Q2'])).toMatchObject({
      rows: [
        { control: 'c1', severity: 'high', criteria: ['Q2'] },
        { control: 'C2', severity: 'medium', criteria: ['Q1'] }
      ],
      problems: []
    });
  });

  it('reports all that is wrong, each with line, column and value', () => {
    expect(
      map(
        { control: '' },
        { criterion: 'Q9', severity: 'grave' },
        { severity: '' },
        {},
        { criterion: 'Q2', severity: 'medium' }
      ).problems.map(brief)
    ).toEqual([
      'error missing_value 2 control=',
      'error unknown_criterion 3 criterion=Q9',
      'error unknown_severity 3 severity=grave',
      'error missing_value 4 severity=',
      'error conflicting_control 6 severity=medium'
    ]);
  });
});

describe('readAudits', () => {
  it('makes one form of the records of a product and a day of filing', () => {
    const { rows, problems } = forms(
      {},
      { control: 'c-02', result: 'nonconforming', product: 'ALPHA' },
      { filed_at: '2025-06-01', evidence_date: '', result: 'not_tested' }
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        vendor: 'Acme',
        product: 'Alpha',
        filedAt: '2026-06-01',
        auditor: 'Vigie Ombrelle',
        passiReference: 'P-12',
        passiValidUntil: '2027-01-31',
        results: [
          {
            control: 'C-01',
            severity: 'high',
            criteria: ['Q1', 'Q2'],
            result: 'conforming',
            evidenceDate: '2026-03-02'
          },
          {
            control: 'C-02',
            severity: 'medium',
            criteria: [],
            result: 'nonconforming',
            evidenceDate: '2026-03-02'
          }
        ]
      },
      expect.objectContaining({ line: 4, filedAt: '2025-06-01' })
    ]);
    expect(rows[1]?.results).toMatchObject([{ result: 'not_tested', evidenceDate: null }]);
  });

  it('takes French headings, words and dates', () => {
    const text =
      'Éditeur;Produit;Contrôle;Résultat;Date de la preuve;Date de dépôt;Auditeur;Référence PASSI;Validité PASSI\r\n' +
      'Acme;Été;C-01;Non conforme;02/03/2026;01/06/2026;Vigie;P-12;31/01/2027\r\n' +
      'Acme;Été;C-02;sans objet;;01/06/2026;Vigie;P-12;31/01/2027\r\n';
    const { rows, problems } = readAudits(file(encode(text, 'utf-16le', true)), controls.rows);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        product: 'Été',
        filedAt: '2026-06-01',
        passiValidUntil: '2027-01-31',
        results: [{ result: 'nonconforming', evidenceDate: '2026-03-02' }, { result: 'not_applicable' }]
      }
    ]);
  });

  it('reports all that is wrong, each with line, column and value', () => {
    expect(
      forms(
        { control: 'C-99', result: 'bof' },
        { vendor: '', product: '' },
        { filed_at: '', result: '', control: '' },
        { evidence_date: '2026-06-02', passi_valid_until: 'hier' },
        {},
        { control: 'c-01' },
        { control: 'C-02', auditor: 'Autre', passi_valid_until: '' }
      ).problems.map(brief)
    ).toEqual([
      'error unknown_control 2 control=C-99',
      'error unknown_result 2 result=bof',
      'error missing_value 3 vendor=',
      'error missing_value 3 product=',
      'error missing_value 4 filed_at=',
      'error missing_value 4 control=',
      'error missing_value 4 result=',
      'error evidence_after_filing 5 evidence_date=2026-06-02',
      'error bad_date 5 passi_valid_until=hier',
      'error duplicate_result 7 control=c-01',
      'error conflicting_form 8 auditor=Autre',
      'error conflicting_form 8 passi_valid_until='
    ]);
  });

  test.each([
    [
      'no filing date',
      'vendor,product,control,result\nA,B,C-01,conforming\n',
      'missing_column 1 filed_at=null'
    ],
    ['nothing', '', 'empty_file null null=null']
  ])('%s is an error', (_, text, expected) => {
    expect(readAudits(file(text), controls.rows).problems.map(brief)).toEqual([`error ${expected}`]);
  });
});
