import { fold } from './fold.ts';

/** A word must be so long for a letter more, less or other to look like a slip rather than another name. */
const shortestWord = 5;
/** A longer name is compared whole only; and no more names than these are compared with one. */
const longest = 80;
const mostAlike = 20;

interface Named {
  vendor: string;
  product: string;
}

interface Name {
  index: number;
  compact: string;
  words: string[];
}

/**
 * Pairs of names, each within one `group`, that are equal but for signs and blanks, or but for one letter in a word of
 * five letters or more (one more, less, other, or two swapped). Digits and short words must agree: « Suite 2 » is not
 * « Suite 3 ». Names that may be near share a text from which one letter is left out, so that only these are compared.
 */
export function nearPairs(names: { words: string[]; group: string }[]): [number, number][] {
  const buckets = new Map<string, Name[]>();
  const pairs = new Map<string, [number, number]>();
  names.forEach(({ words, group }, index) => {
    const own: Name = { index, compact: words.join(''), words };
    if (own.compact === '') return;
    for (const key of keysOf(own.compact)) {
      const bucket = buckets.get(`${group}\u001f${key}`) ?? [];
      for (const other of bucket.slice(0, mostAlike))
        if (isNear(own, other)) pairs.set(`${other.index} ${index}`, [other.index, index]);
      if (bucket.length <= mostAlike && bucket.at(-1)?.index !== index) bucket.push(own);
      buckets.set(`${group}\u001f${key}`, bucket);
    }
  });
  return [...pairs.values()];
}

/** One text for two names in either order; of vendors where their products' names are blank. */
export function pairKey(one: Named, other: Named): string {
  const [a, b] = [one, other].map(({ vendor, product }) => `${fold(vendor)}\u001f${fold(product)}`).sort();
  return `${a}\u001e${b}`;
}

/** The text itself, and with each of its letters left out; digits never are. */
function keysOf(compact: string): Set<string> {
  const keys = new Set([compact]);
  if (compact.length > longest) return keys;
  for (let i = 0; i < compact.length; i++)
    if (!/\p{N}/u.test(compact[i] ?? '')) keys.add(compact.slice(0, i) + compact.slice(i + 1));
  return keys;
}

function isNear(a: Name, b: Name): boolean {
  if (a.compact === b.compact) return true;
  if (a.words.length !== b.words.length) return false;
  const changed = a.words.flatMap((word, i) => (word === b.words[i] ? [] : [[word, b.words[i] ?? '']]));
  const [[one, other] = ['', '']] = changed;
  return changed.length === 1 && isSlip(one ?? '', other ?? '');
}

function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortestWord || /\p{N}/u.test(a + b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const [restShort, restLong] = [short.slice(start), long.slice(start)];
  if (long.length > short.length) return restShort === restLong.slice(1);
  return restShort.slice(1) === restLong.slice(1) || isSwapped(restShort, restLong);
}

function isSwapped(a: string, b: string): boolean {
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
