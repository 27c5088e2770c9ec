import Papa from 'papaparse';
import { decode } from '#lib/ingest/decode.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import { file } from '#tests/ingest/builders.ts';
import { workbook } from '#tests/ingest/containers/workbook-writer.ts';
import { zip } from '#tests/ingest/containers/zip-writer.ts';
import { fixture } from '#tests/ingest/sources/fixtures.ts';
import { parquetTable } from '#tests/server/parquet-writer.ts';

/** Every source that the guide has a section on and a picture of, by the name of its picture. */
export const guideSources = [
  'canonical-long',
  'canonical-wide',
  'xlsx',
  'one-product',
  'zip',
  'limesurvey',
  'microsoft-forms',
  'google-forms',
  'surveymonkey',
  'kobo',
  'ciso-assistant',
  'json',
  'parquet'
] as const;

export type GuideSource = (typeof guideSources)[number];

export const questionnaire = fixture('questionnaire.csv');

function rowsOf(name: string, delimiter = ''): string[][] {
  const { bytes } = fixture(name);
  const decoded = decode(bytes);
  if (!('text' in decoded)) throw new Error(`no text: ${name}`);
  return Papa.parse<string[]>(decoded.text.trimEnd(), { delimiter }).data;
}

function csv(rows: string[][], name: string): InputFile {
  return file(Papa.unparse(rows, { delimiter: ';' }), name);
}

const [headings = [], ...rows] = rowsOf('canonical.csv');
const fields = 4;

function long(locale: Locale): InputFile {
  const titles =
    locale === 'fr'
      ? ['produit', 'éditeur', 'couloir', 'date', 'critère', 'réponse']
      : ['product', 'vendor', 'corridor', 'date', 'criterion', 'answer'];
  const answers = rows.flatMap((cells) =>
    cells
      .slice(fields)
      .map((answer, i) => [...cells.slice(0, fields), headings[fields + i] ?? '', answer])
      .filter((cells) => cells.at(-1) !== '')
  );
  return csv([titles, ...answers], locale === 'fr' ? 'reponses.csv' : 'answers.csv');
}

/** Answers on one sheet, and one more that the report must name. */
function campaignWorkbook(locale: Locale): InputFile {
  const [name, notes] = locale === 'fr' ? ['Réponses', 'Notes'] : ['Answers', 'Notes'];
  const typed = rows.map((cells) => cells.map((cell) => (/^\d$/.test(cell) ? Number(cell) : cell)));
  const sheets = [
    { name, rows: [headings, ...typed] },
    { name: notes, rows: [['…']] }
  ];
  return file(workbook({ sheets }), locale === 'fr' ? 'reponses.xlsx' : 'answers.xlsx');
}

/** Whose it is stands above the table of the one, and in the name of the other. */
function productWorkbooks(): InputFile[] {
  return [
    file(workbook(rowsOf('one-product/fiche-1.csv', ';')), 'fiche-1.xlsx'),
    file(workbook(rowsOf('one-product/fiche-3.tsv', '\t')), 'Atelier Nord - Orge; suite.xlsx')
  ];
}

function archive(locale: Locale): InputFile {
  const [folder, readMe] = locale === 'fr' ? ['hopital', 'lisez-moi.pdf'] : ['hospital', 'read-me.pdf'];
  const entries = [
    { name: `${folder}/1.csv`, data: csv([headings, ...rows.slice(0, 2)], '').bytes },
    { name: '2.xlsx', data: workbook([headings, ...rows.slice(2)]) },
    { name: readMe, data: '%PDF-1.7' }
  ];
  return file(zip(...entries), locale === 'fr' ? 'reponses.zip' : 'answers.zip');
}

const audits: [string, string][] = [
  ['audit-1.csv', 'Éditions du Puits - Agenda Clair.csv'],
  ['audit-3.csv', 'Atelier Nord - Orge; suite.csv']
];

/** What somebody would upload; `api` is what the API gives of the same products. */
export async function filesOf(source: GuideSource, locale: Locale, api: unknown): Promise<InputFile[]> {
  const named = locale === 'fr' ? 'reponses' : 'answers';
  const nulls = rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell)));
  const made: Record<GuideSource, () => InputFile[] | Promise<InputFile[]>> = {
    'canonical-long': () => [long(locale)],
    'canonical-wide': () => [fixture('canonical.csv', `${named}.csv`)],
    xlsx: () => [campaignWorkbook(locale)],
    'one-product': productWorkbooks,
    zip: () => [archive(locale)],
    limesurvey: () => [fixture('limesurvey/code-short.csv', 'results-survey.csv')],
    'microsoft-forms': () => [fixture('microsoft-forms/answers.csv', `${named}.csv`)],
    'google-forms': () => [
      fixture(locale === 'fr' ? 'google-forms/sheet.csv' : 'google-forms/form.csv', `${named}.csv`)
    ],
    surveymonkey: () => [fixture('surveymonkey/answers.csv')],
    kobo: () => [fixture('kobo/xml-values.csv', `${named}.csv`)],
    'ciso-assistant': () => audits.map(([from, name]) => fixture(`ciso-assistant/${from}`, name)),
    json: () => [file(JSON.stringify(api, null, 1), `${named}.json`)],
    parquet: async () => [file(await parquetTable(headings, nulls), `${named}.parquet`)]
  };
  return made[source]();
}
