import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAnswers } from '#lib/ingest/answers.ts';
import { readQuestionnaire } from '#lib/ingest/questionnaire.ts';
import type { SourceName } from '#lib/ingest/sources/names.ts';
import type { InputFile, ParsedAnswers, ParsedResponse, ReadOptions } from '#lib/ingest/types.ts';
import { file } from '../builders.ts';

const folder = path.join(import.meta.dirname, '../../data/sources');

/** A file of `tests/data/sources`, under another name where the name matters. */
export function fixture(name: string, called = path.basename(name)): InputFile {
  return file(readFileSync(path.join(folder, name)), called);
}

const parsed = readQuestionnaire(fixture('questionnaire.csv'));
if (!parsed.questionnaire) throw new Error(JSON.stringify(parsed.problems));

/** Q01 and Q02, common, Q03 and Q04, conditional. */
export const criteria = parsed.questionnaire;

export const canonical = readAnswers(fixture('canonical.csv'), criteria).responses;

/** An export of the canonical answers, with what a person must say of it. */
export interface Export {
  source: SourceName;
  files: [name: string, called?: string][];
  options?: ReadOptions;
  /** The dates are not in the file. */
  undated?: boolean;
  /** The corridors are not in the file. */
  uncorridored?: boolean;
}

export const exports: Export[] = [
  {
    source: 'limesurvey',
    files: [['limesurvey/code-short.csv']],
    options: { answers: [{ said: 'Q04:AO04', means: 'not_applicable' }] }
  },
  { source: 'limesurvey', files: [['limesurvey/full-long.csv']] },
  {
    source: 'limesurvey',
    files: [['limesurvey/code-text-long.csv']]
  },
  { source: 'limesurvey', files: [['limesurvey/abbreviated-long.csv']] },
  ...['limesurvey/brackets-short.csv', 'limesurvey/underscores-short.csv'].map((name): Export => ({
    source: 'limesurvey',
    files: [[name]],
    options: { answers: [{ said: 'Q04:-oth-', means: 'not_applicable' }] }
  })),
  {
    source: 'microsoft-forms',
    files: [['microsoft-forms/answers.csv']],
    options: { map: [{ field: 'product', heading: 'Nom du produit' }] }
  },
  { source: 'google-forms', files: [['google-forms/sheet.csv']] },
  { source: 'google-forms', files: [['google-forms/form.csv']] },
  { source: 'surveymonkey', files: [['surveymonkey/answers.csv']] },
  { source: 'kobo', files: [['kobo/xml-values.csv']] },
  { source: 'kobo', files: [['kobo/labels.csv']] },
  { source: 'kobo', files: [['kobo/odk-central.csv']] },
  {
    source: 'ciso-assistant',
    files: [
      ['ciso-assistant/audit-1.csv', 'Éditions du Puits - Agenda Clair.csv'],
      ['ciso-assistant/audit-2.csv', 'Éditions du Puits - Carnet Bleu.csv'],
      ['ciso-assistant/audit-3.csv', 'Atelier Nord - Orge; suite.csv']
    ],
    undated: true,
    uncorridored: true
  },
  {
    source: 'one-product',
    files: [
      ['one-product/fiche-1.csv'],
      ['one-product/fiche-2.csv'],
      ['one-product/fiche-3.tsv', 'Atelier Nord – Orge; suite.tsv']
    ]
  }
];

export function readExport({ files, options }: Export): ParsedAnswers[] {
  return files.map(([name, called]) => readAnswers(fixture(name, called), criteria, options));
}

/** What must be the same in every source: whose answers, when, and what they are. */
export function essence({ product, vendor, corridor, submittedAt, answers }: ParsedResponse) {
  return { product, vendor, corridor, submittedAt, answers: [...answers] };
}
