import { expect } from 'vitest';
import type { ReportFormat } from '#lib/reports/writers/write-report.ts';
import { chartLabels, criteriaReaders } from '#tests/reports/dossier/criteria-readers.ts';
import * as naive from '#tests/server/naive.ts';
import type { Asked } from './ask-pages.ts';

const formats: ReportFormat[] = ['pdf', 'pptx', 'html', 'xlsx', 'csv'];

/** The counts of criteria that a downloaded report states; of slides those of their charts, which name no code. */
async function readReport(format: ReportFormat, lang: string, bytes: Uint8Array): Promise<Set<string>> {
  if (format === 'pptx') return chartLabels(bytes, lang === 'fr' ? 'sur' : 'of');
  return new Set(await criteriaReaders[format]?.(bytes));
}

/** The internal report of the same view, in one format after the other: what the pages, the API and plain loops say. */
export async function checkReport(asked: Asked, view: naive.NaiveView, place: number): Promise<void> {
  const applied = naive.byCriterion(view).filter(({ applicable }) => applicable > 0);
  if (applied.length === 0) return;
  const { address, lang, query, message } = asked;
  const format = formats[place % formats.length] as ReportFormat;
  const response = await fetch(
    `${address}/reports/file?audience=internal&format=${format}&section=criteria&section=tables&from=&${query}`
  );
  expect(response.status, `${format} ${message}`).toBe(200);
  const stated = await readReport(format, lang, new Uint8Array(await response.arrayBuffer()));
  const of = lang === 'fr' ? 'sur' : 'of';
  const expected = applied.map(({ code, attained, applicable }) =>
    format === 'pptx' ? `${attained} ${of} ${applicable}` : `${code} ${attained}/${applicable}`
  );
  expect(
    expected.filter((line) => !stated.has(line)),
    `${format} ${message}`
  ).toEqual([]);
}
