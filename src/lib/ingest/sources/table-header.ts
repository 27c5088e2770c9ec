import { identityFields } from '../fields.ts';
import { headingKey } from '../headings.ts';
import type { Constant, LeftOut } from './names.ts';

/** Who filled in a file is no attribute of its product. */
const personal = [
  ...[
    'contact',
    'name',
    'nom',
    'prénom',
    'first name',
    'last name',
    'author',
    'auteur',
    'répondant',
    'respondent'
  ],
  ...[
    'email',
    'e-mail',
    'mail',
    'courriel',
    'adresse e-mail',
    'email address',
    'téléphone',
    'phone',
    'telephone'
  ],
  ...['rempli par', 'filled in by', 'répondu par', 'nom du répondant', 'nom du contact', 'contact name']
].map(headingKey);

type Pair = [name: string, value: string];

/** The fields that stand above a table, as `Produit | X` in two cells or `Produit : X` in one; the first of each. */
export function headerConstants(rows: string[][]): Constant[] {
  const found = new Map<Constant['field'], string>();
  for (const [name, value] of rows.flatMap(pairOf)) {
    const field = identityFields.get(headingKey(name));
    if (field && !found.has(field)) found.set(field, value);
  }
  return [...found].map(([field, value]) => ({ field, value, from: 'header' }));
}

/** What else is said there, each name once, but for what is personal. */
export function headerAttributes(rows: string[][]): { attributes: Pair[]; leftOut: LeftOut[] } {
  const others = rows.flatMap(pairOf).filter(([name]) => !identityFields.has(headingKey(name)));
  const isPersonal = ([name]: Pair) => personal.includes(headingKey(name));
  return {
    attributes: [...new Map(others.filter((pair) => !isPersonal(pair)))],
    leftOut: others.filter(isPersonal).map(([heading]) => ({ heading, because: 'personal' }))
  };
}

/** Two filled cells, or one with a colon; a row of any other number of filled cells says nothing of the product. */
function pairOf(cells: string[]): Pair[] {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [name = '', value] = filled.length === 1 ? halves(filled[0] ?? '') : filled;
  if (filled.length > 2 || !value) return [];
  const plain = name.replace(/\s*:$/, '');
  return plain === '' ? [] : [[plain, value]];
}

function halves(text: string): string[] {
  const [, name, value] = /^([^:]{1,60}?)\s*:\s*(\S.*)$/s.exec(text) ?? [];
  return name && value ? [name, value] : [];
}
