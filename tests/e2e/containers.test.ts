import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { zip } from '#tests/ingest/containers/zip-writer.ts';
import { palier, withServer } from './served.ts';

const questionnaire = 'tests/data/workbooks/questionnaire-exceljs.xlsx';
const answers = 'tests/data/workbooks/answers-exceljs.xlsx';

function archive(): Uint8Array {
  return zip({ name: 'wave/answers.csv', data: new Uint8Array(readFileSync(answers)) });
}

/** Confirms the report that the upload led to. */
async function confirm(report: string, token: string, headers: Record<string, string>): Promise<void> {
  const form = new URLSearchParams({ token });
  await fetch(report.replace('?', '?/confirm&'), { method: 'POST', body: form, headers });
}

/** Posts the page's form and confirms its report where it may be, as a browser without scripts does, and gives the page that comes back. */
async function post(address: string, name: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData();
  form.set('campaign', 'v1');
  form.set('answers', new File([Uint8Array.from(bytes)], name));
  form.set('questionnaire', new File([Uint8Array.from(readFileSync(questionnaire))], 'q.xlsx'));
  const headers = { origin: address, accept: 'text/html' };
  const response = await fetch(`${address}/imports?/upload&lang=en`, { method: 'POST', body: form, headers });
  const html = await response.text();
  const [, token] = /name="token" value="([0-9a-f]+)"/.exec(html) ?? [];
  const isFit = html.includes('?/confirm');
  if (isFit && token !== undefined) await confirm(response.url, token, headers);
  return html;
}

test('the built command reads workbooks and archives in a thread of its own', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'palier-built-'));
  try {
    const file = path.join(dir, 'all.zip');
    writeFileSync(file, archive());
    const words = ['import', '--campaign', 'v1', '--questionnaire', questionnaire, file, '--json'];
    const { stdout } = await palier(path.join(dir, 'store'), ...words);
    expect(JSON.parse(stdout)).toMatchObject({
      stored: true,
      files: [{ name: 'all.zip/wave/answers.csv', container: 'xlsx', sheet: 'Réponses', archive: 'all.zip' }],
      accepted: { vendors: 48, products: 71 }
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('so does the built server, and it lives on after a hostile file', () =>
  withServer(async ({ address, data }) => {
    expect(
      await post(address, 'bomb.xlsx', zip({ name: 'a.csv', data: new Uint8Array(300 * 2 ** 20) }))
    ).toContain('larger than 256 MiB');
    await post(address, 'all.zip', archive());
    const { stdout } = await palier(data, 'campaigns', '--json');
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'v1', products: 71, vendors: 48 }]);
  }));
