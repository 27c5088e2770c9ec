import { createHash } from 'node:crypto';
import type { Cell, NaiveCriterion, NaiveProduct } from '#tests/server/naive.ts';

/** A criterion with its labels, by which answers may be given. */
export interface LabelledCriterion extends NaiveCriterion {
  labels: { fr: string; en: string }[];
}

/** A character at a time: the records of a CSV text as arrays of cells. */
export function records(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (quoted && char === '"' && text[i + 1] === '"') [cell, i] = [cell + '"', i + 1];
    else if (char === '"') quoted = !quoted;
    else if (quoted) cell += char;
    else if (char === delimiter) [row, cell] = [[...row, cell], ''];
    else if (char === '\n') [row, cell] = [(rows.push([...row, cell]), []), ''];
    else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.some((text) => text.trim() !== ''));
}

/** Lower case, without accents, typographic signs or final punctuation: what the labels of these tests need. */
export function plain(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ .!?]+$/, '');
}

const marks: Record<string, Cell> = {
  '': null,
  na: 'not_applicable',
  'n/a': 'not_applicable',
  'sans objet': 'not_applicable',
  'non applicable': 'not_applicable',
  'not applicable': 'not_applicable',
  unanswered: 'unanswered',
  'no answer': 'unanswered',
  'sans reponse': 'unanswered',
  'non repondu': 'unanswered'
};

function cellOf(text: string, { labels, code }: LabelledCriterion): Cell {
  for (const [i, { fr, en }] of labels.entries()) {
    if (plain(text) === plain(fr) || (en !== '' && plain(text) === plain(en))) return i + 1;
  }
  if (/^\d+$/.test(text.trim())) return Number(text);
  const mark = marks[plain(text)];
  if (mark === undefined) throw new Error(`the test can't read ${text} of ${code}`);
  return mark;
}

const identity: Record<string, 'product' | 'vendor' | 'corridor' | 'criterion' | 'answer'> = {
  product: 'product',
  produit: 'product',
  solution: 'product',
  vendor: 'vendor',
  editeur: 'vendor',
  industriel: 'vendor',
  corridor: 'corridor',
  couloir: 'corridor',
  criterion: 'criterion',
  critere: 'criterion',
  code: 'criterion',
  answer: 'answer',
  reponse: 'answer',
  niveau: 'answer'
};

/** The products of a file in either layout, each with the cells of its rows; one date a product. */
export function productsOf(text: string, delimiter: string, criteria: LabelledCriterion[]): NaiveProduct[] {
  const [headings = [], ...rows] = records(text, delimiter);
  const products = new Map<string, NaiveProduct>();
  for (const row of rows) {
    const named: Record<string, string> = {};
    headings.forEach((heading, i) => {
      const field = identity[plain(heading)];
      if (field) named[field] = row[i] ?? '';
    });
    const [product, vendor] = [(named['product'] ?? '').trim(), (named['vendor'] ?? '').trim()];
    const id = createHash('sha256')
      .update(`${plain(vendor)}\u001f${plain(product)}`)
      .digest('hex')
      .slice(0, 12);
    const known = products.get(id) ?? {
      id,
      product,
      vendor,
      corridor: (named['corridor'] ?? '').trim(),
      attributes: {},
      cells: criteria.map(() => null)
    };
    products.set(id, known);
    criteria.forEach((criterion, i) => {
      const key = criterion.code.toLowerCase();
      const at = headings.findIndex((heading) => heading.trim().toLowerCase() === key);
      const isThis = named['criterion']?.trim().toLowerCase() === key;
      if (named['criterion'] !== undefined && isThis)
        known.cells[i] = cellOf(named['answer'] ?? '', criterion);
      if (named['criterion'] === undefined && at >= 0) known.cells[i] = cellOf(row[at] ?? '', criterion);
    });
  }
  return [...products.values()];
}
