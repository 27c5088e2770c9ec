import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inPage, open } from './browser.ts';
import { pages } from './pages.ts';

/** Whatever holds marks: a drawing, or a table with drawings or shaded cells in it. */
interface Holder {
  name: string;
  /** The words of its marks, row by row; a drawing is one row. */
  rows: string[][];
  /** Whether Tab comes to it. */
  isStop: boolean;
}

interface Found {
  holders: Holder[];
  /** The figures whose table Tab leads to. */
  tables: string[];
}

/** Most marks that arrow keys go through one by one; past them a drawing's table holds their words. */
const mostMarks = 100;

/** Runs in the browser: from now on notes what gets the focus and what a tooltip says. */
function watch(): void {
  const known = Object.assign(window, { stops: new Set<Element>(), said: [] as string[] });
  document.addEventListener('focusin', ({ target }) => known.stops.add(target as Element));
  new MutationObserver(() => {
    const words = document.querySelector('.tooltip')?.textContent;
    if (words) known.said.push(words);
  }).observe(document.body, { childList: true, subtree: true });
}

/** Runs in the browser, once Tab has been everywhere: all that has words, and where Tab led. */
function find(): Found {
  const { stops } = window as unknown as { stops: Set<Element> };
  const wordsOf = (mark: Element) =>
    mark.getAttribute('data-words') ??
    [...mark.children].find(({ localName }) => localName === 'title')?.textContent;
  const marksIn = (part: Element) =>
    [...part.querySelectorAll('[data-words], :has(> title)')].filter(
      (mark) => wordsOf(mark) && mark.checkVisibility()
    );
  const holderOf = (mark: Element) =>
    mark.closest('.heat-scroll') ?? mark.closest('.chart[role=group]') ?? mark.closest('table, ol') ?? mark;
  const holders = [...new Set(marksIn(document.querySelector('main') ?? document.body).map(holderOf))];
  return {
    holders: holders.map((holder, i) => {
      holder.setAttribute('data-holder', String(i));
      const rows = holder.matches('.chart') ? [holder] : [...holder.querySelectorAll('tr, li')];
      return {
        name: holder.closest('figure, section')?.id || holder.className,
        rows: rows
          .map((row) => marksIn(row).map((mark) => wordsOf(mark) ?? ''))
          .filter(({ length }) => length > 0),
        isStop: stops.has(holder)
      };
    }),
    tables: [...stops].flatMap((stop) =>
      stop.matches('.figure-table > summary') ? [stop.closest('figure')?.id ?? ''] : []
    )
  };
}

/** Runs in the browser: whether every drawing that is a figure, and not of too many marks, is a stop, far down too. */
function isAwake(most: number): boolean {
  return [...document.querySelectorAll('main .chart[role=group]')].every((chart) => {
    const marks = [...chart.querySelectorAll('title')].filter((title) =>
      title.parentElement?.checkVisibility()
    );
    return chart.hasAttribute('tabindex') || marks.length === 0 || marks.length > most;
  });
}

/** Keys one after the other, without waiting for each. */
async function press(page: Page, keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}

function times(key: string, count: number): string[] {
  return Array.from({ length: count }, () => key);
}

/** Tab after Tab, until it is back at the first stop. */
async function tabThrough(page: Page): Promise<void> {
  for (let turn = 0; turn < 40; turn++) {
    const before = await page.evaluate(() => (window as unknown as { stops: Set<Element> }).stops.size);
    await press(page, times('Tab', 40));
    const after = await page.evaluate(() => (window as unknown as { stops: Set<Element> }).stops.size);
    if (after === before) return;
  }
  throw new Error('no end of stops');
}

/** Row by row to the right and back, as the arrow keys go in a table; along the marks of a drawing. */
function walk(rows: string[][]): string[] {
  if (rows.length === 1) return times('ArrowRight', rows[0]?.length ?? 0);
  return rows.flatMap(({ length }) => [
    'ArrowDown',
    ...times('ArrowRight', length - 1),
    ...times('ArrowLeft', length - 1)
  ]);
}

async function read(page: Page, holder: Holder, i: number): Promise<string[]> {
  await page.evaluate((number) => {
    Object.assign(window, { said: [] });
    document.querySelector<HTMLElement>(`[data-holder="${number}"]`)?.focus();
  }, i);
  await press(page, walk(holder.rows));
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  return holder.rows.flat().filter((words) => !said.includes(words));
}

/** Opens the table of a figure by key, and says how many rows it then shows. */
async function rowsOf(page: Page, figure: string): Promise<number> {
  const table = page.locator(`figure[id="${figure}"] .figure-table`);
  await table.locator('summary').focus();
  await page.keyboard.press('Enter');
  const rows = await table.locator('tbody tr:visible').count();
  await page.keyboard.press('Enter');
  return rows;
}

async function faults(page: Page, path: string): Promise<string[]> {
  await open(page, path);
  await page.evaluate(watch);
  await page.keyboard.press('End');
  await page.waitForFunction(isAwake, mostMarks);
  await tabThrough(page);
  const { holders, tables } = await page.evaluate(find);
  const wrong: string[] = [];
  for (const [i, holder] of holders.entries()) {
    const place = `${path} ${holder.name}`;
    if (holder.isStop) {
      const unread = await read(page, holder, i);
      if (unread.length > 0) wrong.push(`${place}: ${unread.length} unread, ${unread[0] ?? ''}`);
    } else if (holder.rows.flat().length <= mostMarks || !tables.includes(holder.name))
      wrong.push(`${place}: Tab does not lead to it`);
  }
  for (const figure of tables)
    if ((await rowsOf(page, figure)) === 0) wrong.push(`${path} ${figure}: an empty table`);
  return wrong;
}

test('the keyboard alone reaches every chart once, reads every mark and opens every table', () =>
  inPage(async (page) => {
    const wrong: string[] = [];
    for (const path of pages) wrong.push(...(await faults(page, `${path}&lang=fr`)));
    expect(wrong).toEqual([]);
  }));
