/** Writes the guide's pictures, `docs/guide/pictures`, from the running application: `npm run guide`. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import { filesOf, guideSources, questionnaire, type GuideSource } from '#tests/docs/guide-files.ts';
import { launchChromium } from '#tests/e2e/chromium.ts';
import { ensureBuilt, palier, withServer } from '#tests/e2e/served.ts';
import { takeCalibration } from './guide-calibration.ts';
import { smallerPng } from './smaller-png.ts';

const folder = path.resolve(import.meta.dirname, '../docs/guide/pictures');
const fixtures = path.resolve(import.meta.dirname, '../tests/data/sources');
const most = 160_000;
const mostHeight = 1100;

/** What the API gives of every product of the canonical answers. */
function answersOfApi(): Promise<unknown[]> {
  const given = ['--questionnaire', path.join(fixtures, 'questionnaire.csv')];
  return withServer(
    async ({ address }) => {
      const api = `${address}/api/v1/campaigns/v1/products`;
      const products: { id: string }[] = await (await fetch(api)).json();
      return Promise.all(products.map(async ({ id }) => (await fetch(`${api}/${id}`)).json()));
    },
    {
      fill: (data) =>
        palier(data, 'import', '--campaign', 'v1', ...given, path.join(fixtures, 'canonical.csv'))
    }
  );
}

function uploaded({ name, bytes }: InputFile) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

async function ready(page: Page): Promise<void> {
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function fill(page: Page, address: string, locale: Locale, files: InputFile[]): Promise<void> {
  await page.goto(`${address}/imports?lang=${locale}`);
  await ready(page);
  await page.locator('#campaign').fill('v1');
  await page.locator('#questionnaire').setInputFiles(uploaded(questionnaire));
  await page.locator('#answers').setInputFiles(files.map(uploaded));
  await page.locator('#campaign').blur();
}

async function send(page: Page): Promise<void> {
  await page.locator('form[enctype] button').click();
  await page.waitForURL(/\/imports\/[0-9a-f]{32}/);
  await page.locator('#problems').waitFor();
  await page.locator('section[aria-labelledby=problems] details, .head ~ details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
}

function open(element: Element): void {
  element.setAttribute('open', '');
}

/** Takes the page from its head, or the part `from`, to the last part that ends within the picture's height. */
async function take(page: Page, locale: Locale, name: string, last: string, from = '.head'): Promise<void> {
  const [top, bottom] = await page.evaluate(
    ([parts, most, from]) => {
      const top = document.querySelector(from)?.getBoundingClientRect().top ?? 0;
      const ends = [...document.querySelectorAll(parts)].map((one) => one.getBoundingClientRect().bottom);
      return [top + scrollY, Math.max(...ends.filter((end) => end - top <= most)) + scrollY];
    },
    [last, mostHeight, from] as const
  );
  await hideFrom(page, bottom);
  const clip = { x: 0, y: top - 16, width: 1000, height: bottom - top + 26 };
  await save(locale, name, await page.screenshot({ fullPage: true, clip, animations: 'disabled' }));
}

async function save(locale: Locale, name: string, picture: Buffer): Promise<void> {
  const target = path.join(folder, locale, `${name}.png`);
  const bytes = smallerPng(picture);
  if (bytes.length > most) throw new Error(`${target} has ${bytes.length} bytes, more than ${most}`);
  await writeFile(target, bytes);
}

/** What comes after the picture's last part, lest a line of it be cut in two at the margin. */
async function hideFrom(page: Page, bottom: number): Promise<void> {
  await page.locator('main *').evaluateAll((all, bottom) => {
    for (const one of all)
      if (one instanceof HTMLElement && one.getBoundingClientRect().top + scrollY >= bottom - 1)
        one.style.visibility = 'hidden';
  }, bottom);
}

const parts =
  '.decision, section[aria-labelledby=mapping] .mapping, .apply-mapping, section[aria-labelledby=problems] details';

const mapping = 'section[aria-labelledby=mapping] .mapping, .apply-mapping';

async function takeReport(page: Page, address: string, locale: Locale, source: GuideSource, api: unknown) {
  await fill(page, address, locale, await filesOf(source, locale, api));
  await send(page);
  // no tool is recognised there: what there is to see are the columns
  const isPlain = source.startsWith('canonical');
  if (isPlain) await page.locator('section[aria-labelledby=mapping] details').evaluate(open);
  await take(
    page,
    locale,
    source,
    isPlain ? mapping : parts,
    isPlain ? 'section[aria-labelledby=mapping]' : '.head'
  );
}

function newPage(browser: Browser, locale: Locale): Promise<Page> {
  return browser.newPage({
    viewport: { width: 1000, height: 900 },
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce'
  });
}

async function takeImports(browser: Browser, address: string, locale: Locale, api: unknown): Promise<void> {
  const page = await newPage(browser, locale);
  await fill(page, address, locale, await filesOf('canonical-wide', locale, api));
  await page.locator('.preview tbody').waitFor();
  await take(page, locale, 'import', 'form[enctype]');
  for (const source of guideSources) await takeReport(page, address, locale, source, api);
  await page.close();
}

await ensureBuilt();
const api = await answersOfApi();
const browser = await launchChromium();
try {
  for (const locale of locales) {
    await mkdir(path.join(folder, locale), { recursive: true });
    await withServer(({ address }) => takeImports(browser, address, locale, api));
    const page = await newPage(browser, locale);
    const keep = (name: string, picture: Buffer) => save(locale, name, picture);
    await withServer(({ address }) => takeCalibration(page, address, locale, keep), { sample: true });
    await page.close();
  }
} finally {
  await browser.close();
}
