import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { launchChromium } from '#tests/e2e/chromium.ts';
import { pages } from '#tests/e2e/pages.ts';
import type { BenchServer } from './bench-server.ts';

async function inBrowser<T>(server: BenchServer, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({
      baseURL: server.address,
      locale: 'fr-FR',
      viewport: { width: 1280, height: 900 }
    });
    return await work(await context.newPage());
  } finally {
    await browser.close();
  }
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

/** Runs in the browser: from a choice on until nothing in the page changes any more, with what was announced. */
async function choose(label: string): Promise<{ ms: number; announced: string }> {
  const box = [...document.querySelectorAll<HTMLInputElement>('.filters input[name=corridor]')].find(
    (input) => input.value === label
  );
  if (!box) throw new Error(`no corridor ${label}`);
  const start = performance.now();
  let last = start;
  const observer = new MutationObserver(() => (last = performance.now()));
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  box.click();
  await new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (performance.now() - last < 700 || last === start) return;
      clearInterval(look);
      resolve();
    }, 50);
  });
  observer.disconnect();
  return { ms: last - start, announced: document.querySelector('[aria-live=polite]')?.textContent ?? '' };
}

/** How long a page takes from a tick in the filters to its last figure, in ms: the first, which finds nothing compiled, is apart. */
export async function filterTimes(
  server: BenchServer,
  path: string,
  corridors: string[]
): Promise<{ first: number; ms: number[] }> {
  return inBrowser(server, async (page) => {
    await open(page, path);
    await page.locator('.filters summary').first().hover();
    const times: number[] = [];
    for (const corridor of corridors) {
      const { ms, announced } = await page.evaluate(choose, corridor);
      if (!announced) throw new Error(`nothing announced of ${corridor}`);
      times.push(ms);
    }
    const [first = NaN, ...ms] = times;
    return { first, ms };
  });
}

/** What each page's first load weighs: scripts and HTML, in kB gzip. */
export async function weights(
  server: BenchServer
): Promise<{ path: string; scripts: number; html: number }[]> {
  const found: { path: string; scripts: number; html: number }[] = [];
  for (const path of pages) {
    const { scripts, html } = await inBrowser(server, async (page) => {
      const bodies: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') bodies.push(response.body());
      });
      await open(page, path);
      await page.waitForLoadState('networkidle');
      const kilo = (body: Buffer) => gzipSync(body).length / 1000;
      const loaded = await Promise.all(bodies);
      const document = await (await page.request.get(path)).body();
      return { scripts: loaded.reduce((sum, body) => sum + kilo(body), 0), html: kilo(document) };
    });
    found.push({ path, scripts, html });
  }
  return found;
}
