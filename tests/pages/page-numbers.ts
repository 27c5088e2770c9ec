import { parseHTML } from 'linkedom';
import { expect } from 'vitest';

/** What a cell must say: a whole number, a share from 0 to 1 as a percentage, points, a text, or nothing at all. */
export type Expected = string | number | { share: number | null } | { points: number };

function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/[\u00a0\u202f\s]+/g, ' ').trim();
}

/** An English page's numbers as a French one writes them: `1,234.5%` is `1 234,5%`. */
function inFrench(text: string): string {
  return text.replace(/(\d),(?=\d{3})/g, '$1 ').replace(/(\d)\.(?=\d)/g, '$1,');
}

/** A page's main part as people read it, where its figures stand. */
export interface PageNumbers {
  /** The values of the key figures, in their order. */
  keys: string[];
  /** The value of the key figure of this name. */
  key(label: string): string;
  /** The rows of a figure's table, header cells included. */
  figure(id: string): string[][];
  /** The title of a figure. */
  headOf(id: string): string;
  /** The texts of the cells, or of what is in them, with this selector. */
  heads(selector: string): string[];
  /** The rows of the table with this selector, with the addresses that they lead to. */
  list(selector: string): { href: string; cells: string[] }[];
  title: string;
  /** The sentences under the title. */
  lede: string;
}

export function pageNumbers(html: string): PageNumbers {
  const { document } = parseHTML(html);
  const isEnglish = document.documentElement.getAttribute('lang') === 'en';
  const read = (text: string | null | undefined) => (isEnglish ? inFrench(plain(text)) : plain(text));
  const rows = (table: Element | null | undefined) => [
    ...(table?.querySelectorAll('tbody tr:not(.theme):not(.group)') ?? [])
  ];
  const cells = (row: Element) => [...row.children].map((cell) => read(cell.textContent));
  return {
    keys: [...document.querySelectorAll('dl.keys dd.value')].map((value) => read(value.textContent)),
    key(label) {
      const block = [...document.querySelectorAll('dl.keys > div')].find(
        (one) => plain(one.querySelector('dt')?.textContent) === label
      );
      return read(block?.querySelector('dd.value')?.textContent);
    },
    figure: (id) => rows(document.querySelector(`figure[id="${id}"] .figure-table table`)).map(cells),
    headOf: (id) => read(document.querySelector(`figure[id="${id}"] h2`)?.textContent),
    heads: (selector) => [...document.querySelectorAll(selector)].map((cell) => plain(cell.textContent)),
    list: (selector) =>
      rows(document.querySelector(selector)).map((row) => ({
        href: row.querySelector('a')?.getAttribute('href') ?? '',
        cells: cells(row)
      })),
    title: plain(document.querySelector('h1')?.textContent),
    lede: read(document.querySelector('.lede')?.textContent)
  };
}

/** The number that a French text begins with, and half of its last decimal's unit. */
function numberIn(text: string): { value: number; half: number } {
  const [written = ''] = /^[+−-]?[\d ]*(,\d+)?/.exec(text) ?? [];
  const decimals = written.split(',')[1]?.length ?? 0;
  return {
    value:
      written.trim() === '' ? NaN : Number(written.replaceAll(' ', '').replace(',', '.').replace('−', '-')),
    half: 0.5 * 10 ** -decimals + 1e-9
  };
}

function agrees(text: string, expected: Expected): boolean {
  if (typeof expected === 'string') return text === plain(expected);
  const { value, half } = numberIn(text);
  if (typeof expected === 'number') return value === expected;
  const exact =
    'points' in expected ? expected.points : expected.share === null ? null : 100 * expected.share;
  return exact === null ? !/\d/.test(text) : Math.abs(value - exact) <= half;
}

/** Fails where a cell says another number than expected; `message` tells where. */
export function expectRows(actual: string[][], expected: Expected[][], message: string): void {
  expect(actual.length, `${message}: rows`).toBe(expected.length);
  expected.forEach((row, r) =>
    row.forEach((cell, c) => {
      const text = actual[r]?.[c] ?? '';
      expect(
        agrees(text, cell),
        `${message}, row ${r}, cell ${c}: « ${text} », not ${JSON.stringify(cell)}`
      ).toBe(true);
    })
  );
}

/** Every figure of the JSON must equal the naive one: fractions to nine decimals, all else exactly. */
export function expectSame(actual: unknown, expected: unknown, message: string): void {
  const rounded = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(9)) : one))
    );
  expect(rounded(actual), message).toEqual(rounded(expected));
}
