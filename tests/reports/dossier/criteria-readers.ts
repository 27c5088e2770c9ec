import Papa from 'papaparse';
import { parseHTML } from 'linkedom';
import { readContainer } from '#lib/ingest/containers/reading.ts';
import { partsOf } from '../parts.ts';
import { pdfText } from '../pdf-text.ts';

/** `code attained/applicable` of every criterion, as a format says it. */
export const criteriaReaders: Record<string, (bytes: Uint8Array) => Promise<string[]> | string[]> = {
  async csv(bytes) {
    const parts = await partsOf(bytes);
    const { data } = Papa.parse<Record<string, string>>(String(parts.get('cells.csv')), { header: true });
    const own = data.filter((row) => row['criterion'] && !row['corridor']);
    const value = (code: string, measure: string) =>
      own.find((row) => row['criterion'] === code && row['measure'] === measure)?.['value'] ?? '';
    const codes = [...new Set(own.map((row) => row['criterion'] ?? ''))];
    return codes.map((code) => `${code} ${value(code, 'attained')}/${value(code, 'applicable')}`);
  },
  async xlsx(bytes) {
    const names = await partsOf(bytes);
    const sheets = [...String(names.get('xl/workbook.xml')).matchAll(/<sheet name="(criteria-[^"]+)"/g)];
    const lines: string[] = [];
    for (const [, sheet = ''] of sheets) {
      const read = await readContainer({ zip: bytes, sheet });
      if (!('grid' in read)) throw new Error(JSON.stringify(read));
      lines.push(...read.grid.rows.map((row) => `${row[0]} ${row[3]}/${row[4]}`));
    }
    return lines.filter((line) => /^[QC]\d+ \d/.test(line));
  },
  html(bytes) {
    const { document } = parseHTML(Buffer.from(bytes).toString());
    return [...document.querySelectorAll('[id^=criteria-] tbody tr')].map((row) => {
      const [code, , , attained, applicable] = [...row.children].map((cell) => cell.getAttribute('data-v'));
      return `${code} ${attained}/${applicable}`;
    });
  },
  pdf(bytes) {
    const lines = pdfText(bytes)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return lines.flatMap((line, i) => {
      const code = /^[QC]\d+(?= |$)/.exec(line)?.[0];
      // a row of the annex: code, label of a line or more, target, « attained/applicable »
      const counts = lines.slice(i + 1, i + 8).find((cell) => /^\d+\/\d+$/.test(cell));
      return code && counts ? [`${code} ${counts}`] : [];
    });
  }
};

/** « 34 of 53 », as the charts of slides say it. */
export async function chartLabels(pptx: Uint8Array, of = 'of'): Promise<Set<string>> {
  const parts = await partsOf(pptx);
  const charts = [...parts]
    .filter(([name]) => name.startsWith('ppt/charts/chart'))
    .map(([, xml]) => String(xml));
  return new Set(
    charts.flatMap((xml) =>
      [...xml.matchAll(new RegExp(`<a:t>(\\d+ ${of} \\d+)</a:t>`, 'g'))].map(([, text = '']) => text)
    )
  );
}
