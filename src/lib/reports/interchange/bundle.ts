import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { answerWord } from '#lib/server/export-rows.ts';
import { parquetFile, type ParquetColumn } from '#lib/server/parquet-file.ts';
import { toCsv } from '../csv.ts';
import type { Cell, Table } from '../table.ts';
import { zip, type ZipEntry } from '../zip.ts';
import { answersTable, attributeNames } from './answers-table.ts';
import { dictionaryTable } from './dictionary.ts';
import type { Interchange } from './interchange-data.ts';
import { questionnaireTable } from './questionnaire-table.ts';

function productsTable({ responses }: Interchange): Table {
  return {
    columns: ['id', 'product', 'vendor', 'corridor', 'submitted_at'],
    rows: responses.map(({ id, product, vendor, corridor, submittedAt }) => [
      id,
      product,
      vendor,
      corridor,
      submittedAt
    ])
  };
}

function correctionsTable({ corrections }: Interchange): Table {
  return {
    columns: ['product', 'criterion', 'declared', 'corrected', 'reason', 'at'],
    rows: corrections
      .filter(({ counts }) => counts)
      .map(({ productId, criterion, declared, corrected, reason, at }) => [
        ...[productId, criterion, word(declared), corrected === null ? '' : word(corrected), reason, at]
      ])
  };
}

function word(answer: number | 'unanswered' | 'not_applicable'): string {
  return answer === 'not_applicable' ? 'NA' : String(answer);
}

/** Every field of the campaign as it stands, answers by code. */
function campaignJson({ campaign, questionnaire, responses }: Interchange): string {
  const { code, name, opened, closed, status, synthetic } = campaign;
  const codes = questionnaire.criteria.map((criterion) => criterion.code);
  const products = responses.map(({ answers, ...response }) => ({
    ...response,
    answers: Object.fromEntries(codes.map((one, i) => [one, answerWord(answers[i] ?? 0)]))
  }));
  const all = { campaign: { code, name, opened, closed, status, synthetic }, questionnaire, products };
  return `${JSON.stringify(all, null, 1)}\n`;
}

const whole = new Set(['target']);

async function parquet(name: string, { columns, rows }: Table): Promise<ZipEntry> {
  const typed = columns.map((column): ParquetColumn => ({
    name: column,
    type: whole.has(column) ? 'whole' : 'text'
  }));
  const cells = rows.map((row) => row.map((cell: Cell) => (typeof cell === 'boolean' ? String(cell) : cell)));
  return { name: `${name}.parquet`, data: await parquetFile(typed, cells) };
}

function readMe({ campaign }: Interchange, marking: string, locale: Locale): string {
  const lines = [
    marking,
    say(
      locale,
      `Campagne ${campaign.code}, toutes les réponses en vigueur.`,
      `Campaign ${campaign.code}, all answers in force.`
    ),
    say(locale, 'Déclaratif, non vérifié.', 'Declared, not verified.'),
    say(
      locale,
      'Le sens des colonnes : dictionary.csv. Parquet et JSON portent les textes tels quels ; dans les CSV, une apostrophe précède un texte qu’un tableur prendrait pour une formule.',
      'What the columns mean: dictionary.csv. Parquet and JSON hold texts as they are; in CSV an apostrophe stands before a text that a spreadsheet would take for a formula.'
    ),
    `palier import --campaign CODE --questionnaire questionnaire.csv answers.parquet`
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** The campaign as a folder of Parquet, CSV and JSON with a dictionary of its columns, which imports read again. */
export async function bundle(
  interchange: Interchange,
  marking: string,
  locale: Locale
): Promise<Uint8Array<ArrayBuffer>> {
  const tables: [string, Table][] = [
    ['questionnaire', questionnaireTable(interchange.questionnaire)],
    ['products', productsTable(interchange)],
    ['answers', answersTable(interchange)],
    ['corrections', correctionsTable(interchange)]
  ];
  const entries: ZipEntry[] = [
    { name: say(locale, 'lisez-moi.txt', 'read-me.txt'), data: readMe(interchange, marking, locale) },
    { name: 'dictionary.csv', data: toCsv(dictionaryTable(attributeNames(interchange.responses), locale)) },
    { name: 'campaign.json', data: campaignJson(interchange) }
  ];
  for (const [name, table] of tables)
    entries.push({ name: `${name}.csv`, data: toCsv(table) }, await parquet(name, table));
  return zip(entries);
}
