import { fieldsByKey, type Headings } from './headings.ts';

const identityHeadings = {
  product: ['product', 'produit', 'solution'],
  vendor: ['vendor', 'éditeur', 'industriel'],
  corridor: ['corridor', 'couloir'],
  submitted_at: ['submitted_at', 'date']
} as const satisfies Headings<string>;

const answerHeadings = {
  criterion: ['criterion', 'critère', 'code'],
  answer: ['answer', 'réponse', 'niveau']
} as const satisfies Headings<string>;

export type IdentityField = keyof typeof identityHeadings;
export type AnswerField = keyof typeof answerHeadings;

/** What says whose answers a row holds, by the keys of the accepted headings. */
export const identityFields = fieldsByKey<IdentityField>(identityHeadings);

/** What a long file has besides. */
export const answerFields = fieldsByKey<AnswerField>(answerHeadings);

/** Whether text is the name of a field itself, not another heading that is accepted for it. */
export function isIdentityField(text: string): text is IdentityField {
  return Object.hasOwn(identityHeadings, text);
}

/** The fields that a person may map a column to, besides criteria. */
export const identityFieldNames = Object.keys(identityHeadings) as IdentityField[];
