import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { launchChromium } from './chromium.ts';

let launched: Promise<Browser> | undefined;

/** One browser for all the files that a process runs; it ends with the process. */
async function theBrowser(): Promise<Browser> {
  launched ??= launchChromium();
  const browser = await launched;
  if (browser.isConnected()) return browser;
  launched = undefined;
  return theBrowser();
}

export const desk = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

interface Visit extends BrowserContextOptions {
  /** Of the server; by default the shared one, which shows the sample and stays as it is. */
  address?: string;
  /** What the browser may complain about, such as the status of an error page. */
  expected?: RegExp;
}

/** A link followed while the page fetches ahead stops the fetch; a window without scripts refuses to load them. */
const harmless = new Set(['net::ERR_ABORTED', 'csp']);

function watch(page: Page, expected: RegExp | undefined): string[] {
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!expected?.test(text)) complaints.push(text);
  };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(message.text());
  });
  page.on('pageerror', (error) => note(String(error)));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!harmless.has(reason)) note(`${request.url()} ${reason}`);
  });
  return complaints;
}

interface Window {
  page: Page;
  complaints: string[];
  close(): Promise<void>;
}

async function newWindow({ address = inject('address'), expected, ...options }: Visit): Promise<Window> {
  const browser = await theBrowser();
  const context = await browser.newContext({ baseURL: address, locale: 'fr-FR', viewport: desk, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return { page, complaints: watch(page, expected), close: () => context.close() };
}

async function quietly<T>({ page, complaints }: Window, work: (page: Page) => Promise<T>): Promise<T> {
  const result = await work(page);
  expect(complaints.splice(0)).toEqual([]);
  return result;
}

/** Runs `work` in a browser window of its own, in which nothing may be logged as an error. */
export async function inPage<T>(work: (page: Page) => Promise<T>, visit: Visit = {}): Promise<T> {
  const window = await newWindow(visit);
  try {
    return await quietly(window, work);
  } finally {
    await window.close();
  }
}

/**
 * The same in one window for visits that leave nothing behind, one after the other: a page whose scripts and fonts the last
 * one brought takes less than half as long. After a failure it is a new one.
 */
export function inOneWindow(visit: Visit = {}): <T>(work: (page: Page) => Promise<T>) => Promise<T> {
  let window: Window | undefined;
  return async (work) => {
    window ??= await newWindow(visit);
    const used = window;
    try {
      return await quietly(used, work);
    } catch (error) {
      window = undefined;
      await used.close();
      throw error;
    }
  };
}

export function withoutScripts<T>(work: (page: Page) => Promise<T>, visit: Visit = {}): Promise<T> {
  return inPage(work, { javaScriptEnabled: false, ...visit });
}

/** Clicks what leads to another document, and waits until that one is there: without scripts each step is one. */
export async function follow(target: Locator): Promise<void> {
  const arrived = target.page().waitForEvent('load');
  await target.click();
  await arrived;
}

/** Opens an address and waits until scripts have taken over. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await hydrated(page);
}

export async function hydrated(page: Page): Promise<void> {
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

/** Puts something in the window that only a full page load takes away. */
export async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { marked: true }));
}

export function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'marked' in window);
}

/** As people read it, whichever spaces hold it together. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

export async function heading(page: Page): Promise<string> {
  return plain(await page.getByRole('heading', { level: 1 }).innerText());
}

/** The value under a label among the figures at the top. */
export async function keyFigure(page: Page, label: string): Promise<string> {
  const block = page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) });
  return plain(await block.getByRole('definition').first().innerText());
}

/** The words written in a figure's drawing, as it shows at this width. */
export async function words(page: Page, figure: string | RegExp): Promise<string[]> {
  return (await page.getByRole('figure', { name: figure }).locator('svg:visible text').allTextContents()).map(
    plain
  );
}

/** By how many pixels the document is wider than the window, and which elements stick out. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      if (!element.checkVisibility()) return false;
      const { left, width } = element.getBoundingClientRect();
      return left + Math.max(width, element.scrollWidth) > clientWidth + 1;
    });
    const innermost = wide.filter((element) => !wide.includes(element.firstElementChild as Element));
    return [`${scrollWidth - clientWidth} px`, ...innermost.map(({ outerHTML }) => outerHTML.slice(0, 160))];
  });
}
