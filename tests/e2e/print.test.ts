import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { inPage, open } from './browser.ts';
import { pages } from './pages.ts';

/** A sheet of the printed page: its words in one piece, without blanks, and what sticks out of it. */
interface Sheet {
  words: string;
  /** Texts that are not blank. */
  texts: number;
  cut: string[];
}

async function sheetsOf(pdf: Buffer): Promise<Sheet[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const isInside = (x: number, y: number, width: number) =>
      x >= left - 1 && y >= bottom - 1 && x + width <= right + 1 && y <= top + 1;
    sheets.push({
      words: texts.map(({ str }) => str.replaceAll(/\s/g, '')).join(''),
      texts: texts.length,
      cut: texts.flatMap(({ str, transform, width }) => {
        const [x, y] = [Number(transform[4]), Number(transform[5])];
        return isInside(x, y, width) ? [] : [str];
      })
    });
  }
  return sheets;
}

/** A drawing as printed: the title of its figure, and the words written in it. */
interface Drawn {
  id: string;
  title: string;
  words: string[];
}

/** Runs in the browser, as it prints: the figures whose drawing stands under their title, of one sheet each. */
function drawnFigures(): Drawn[] {
  const squeezed = (element: Element | null) => (element?.textContent ?? '').replaceAll(/\s/g, '');
  return [...document.querySelectorAll('main figure')]
    .filter((figure) => figure.checkVisibility() && figure.querySelector(':scope > .chart'))
    .map((figure) => ({
      id: figure.id,
      title: squeezed(figure.querySelector('h2')),
      words: [...figure.querySelectorAll(':scope > .chart svg text')]
        .filter((text) => text.checkVisibility())
        .map(squeezed)
    }));
}

/** Runs in the browser: what each row of a table is of, wherever it is scrolled to. */
function rowHeads(): string[] {
  return [...document.querySelectorAll<HTMLElement>('main tbody th[scope="row"]')]
    .filter((head) => head.checkVisibility())
    .map((head) => head.innerText.replaceAll(/\s/g, ''));
}

async function faults(page: Page, path: string): Promise<string[]> {
  await open(page, path);
  const drawn = await page.evaluate(drawnFigures);
  const rows = await page.evaluate(rowHeads);
  const sheets = await sheetsOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const broken = drawn.flatMap(({ id, title, words }) => {
    const sheet = sheets.find((one) => one.words.includes(title));
    if (!sheet) return [`${id}: its title is on no sheet`];
    const missing = words.filter((word) => !sheet.words.includes(word));
    return missing.length === 0 ? [] : [`${id}: ${missing.length} words elsewhere, ${missing[0] ?? ''}`];
  });
  const missing = rows.filter((row) => !sheets.some(({ words }) => words.includes(row)));
  const unprinted = missing.map((row) => `row ${row} is on no sheet`);
  const blank = sheets.flatMap(({ texts }, i) => (texts === 0 ? [`sheet ${i + 1} is blank`] : []));
  const cut = sheets.flatMap(({ cut }, i) =>
    cut.length > 0 ? [`sheet ${i + 1} cuts ${cut.join(', ')}`] : []
  );
  return [...broken, ...unprinted, ...blank, ...cut].map((fault) => `${path} ${fault}`);
}

test('every page prints: each drawing whole on the sheet of its title, nothing cut off, no blank sheet', () =>
  inPage(async (page) => {
    await page.emulateMedia({ media: 'print' });
    const wrong: string[] = [];
    for (const path of pages) wrong.push(...(await faults(page, `${path}&lang=fr`)));
    expect(wrong).toEqual([]);
  }));
