import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { heading, inPage, open } from './browser.ts';
import { untilAsServed } from './drawings.ts';
import { begin, csv, send, survey } from './import-steps.ts';
import { pages } from './pages.ts';
import { withServer } from './served.ts';

/** A class of Plot's own, which any bundle with Plot in it must name. */
const plot = 'plot-d6a7b5';

function scriptsOf(page: Page): { bodies(): Promise<string[]>; clear(): void } {
  let responses: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') responses.push(response);
  });
  return {
    bodies: () => Promise.all(responses.map((response) => response.text())),
    clear: () => (responses = [])
  };
}

function zipped(bodies: string[]): number {
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

/** What a page's scripts may weigh, in bytes. */
const most = 60_000;
/** What its HTML may, at the size of the sample. */
const mostHtml = 150_000;

async function expectLight(page: Page, path: string): Promise<void> {
  const scripts = scriptsOf(page);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const document = await page.request.get(path);
  await open(page, path);
  await page.waitForLoadState('networkidle');
  const bodies = await scripts.bodies();
  const size = zipped(bodies);
  expect(gzipSync(await document.body()).length).toBeLessThan(mostHtml);
  expect(size).toBeGreaterThan(5_000);
  expect(size).toBeLessThan(most);
  expect(bodies.some((body) => body.includes(plot))).toBe(false);
  // nothing is asked for outside this machine
  expect([...hosts]).toEqual([new URL(page.url()).host]);
}

// most of the time is waiting until the page has asked for nothing more: side by side
test.concurrent.each(pages)('the first load of %s brings less than 60 kB of scripts, and not Plot', (path) =>
  inPage((page) => expectLight(page, path))
);

test('neither does the report before an import, with a mapping to be said', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        await begin(page);
        await page.getByLabel(/^Réponses/).setInputFiles(csv('a.csv', survey));
        await send(page);
        const report = page.url();
        await page.goto('about:blank');
        await expectLight(page, report);
      },
      { address }
    )
  ));

test('changes of view bring no Plot, and after the first no script at all', () =>
  inPage(async (page) => {
    await open(page, '/?campaign=v2&lang=fr');
    await page.waitForLoadState('networkidle');
    const scripts = scriptsOf(page);
    await page.getByText('Couloir tous').click();
    await page.getByRole('checkbox', { name: 'Hôpital' }).check();
    await page.waitForURL(/corridor=H/);
    await untilAsServed(page);
    expect((await scripts.bodies()).some((body) => body.includes(plot))).toBe(false);
    scripts.clear();
    const before = await heading(page);
    await page.getByRole('checkbox', { name: 'Imagerie' }).check();
    await expect.poll(() => heading(page)).not.toBe(before);
    await untilAsServed(page);
    expect(await scripts.bodies()).toEqual([]);
  }));
