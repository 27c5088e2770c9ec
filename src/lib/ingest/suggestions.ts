import type { Criterion, Questionnaire } from '#lib/maturity/questionnaire.ts';
import { labelsOf } from './answer-cell.ts';
import { looseCode } from './criterion-code.ts';
import { identityFields, type IdentityField } from './fields.ts';
import type { Matches } from './matches.ts';
import type { Meaning } from './mapping.ts';
import { cellKey } from './said.ts';
import { closest, likeness, shapeOf, type Shape } from './similar.ts';

/** A column that looks like what is missing, to be confirmed by a person: it is never used unasked. */
export interface Suggestion extends Record<string, string> {
  field: string;
  looksLike: string;
}

const least = 0.7;
/** As many columns are compared, lest a file of thousands be slow to refuse. */
const most = 500;

interface Candidate {
  criterion: number;
  score: number;
}

/** For each criterion without a column the free column most like it; a column is suggested for one criterion only. */
export function criterionSuggestions({ criteria }: Questionnaire, matches: Matches): Map<number, Suggestion> {
  const missing = criteria.flatMap((criterion, place) =>
    matches.at.has(place) ? [] : [{ criterion, place, shapes: shapesOf(criterion) }]
  );
  const best = new Map<number, { heading: string; score: number }>();
  for (const heading of missing.length > 0 ? freeHeadings(matches) : []) {
    const shape = shapeOf(heading);
    let found: Candidate | undefined;
    for (const { criterion, place, shapes } of missing) {
      const score = scoreOf(heading, shape, criterion, shapes);
      if (score >= least && score > (found?.score ?? 0)) found = { criterion: place, score };
    }
    if (found && found.score > (best.get(found.criterion)?.score ?? 0))
      best.set(found.criterion, { heading, score: found.score });
  }
  return new Map(
    [...best].map(([place, { heading }]) => [place, suggestionOf(criteria[place], heading)] as const)
  );
}

/** The free column whose heading speaks of the field and of no criterion. */
export function fieldSuggestion(
  field: IdentityField,
  matches: Matches,
  { criteria }: Questionnaire
): Suggestion | undefined {
  const looksLike = suggestedHeading(field, freeHeadings(matches), criteria);
  return looksLike === undefined ? undefined : { field, looksLike };
}

/** What else people call a field, as words of a short heading. */
const alsoCalled: Record<IdentityField, string[]> = {
  product: ['logiciel', 'application', 'software'],
  vendor: ['éditrice', 'société', 'entreprise', 'fournisseur', 'company', 'supplier'],
  corridor: ['segment'],
  submitted_at: ['date de réponse', 'date de soumission', 'date d’envoi', 'submission date', 'response date']
};

/** A question names things too, at length. */
const mostWords = 6;

/** The heading that speaks of the field, or is most like its name: a short one, and not one that is more like a criterion. */
export function suggestedHeading(
  field: IdentityField,
  headings: string[],
  criteria: readonly Criterion[] = []
): string | undefined {
  const names = [...identityFields].filter(([, of]) => of === field).map(([key]) => key.replaceAll('_', ' '));
  const accepted = [...names, ...alsoCalled[field]].map(shapeOf);
  const questions = criteria.flatMap(shapesOf);
  const ranked = headings
    .map((heading) => {
      const shape = shapeOf(heading);
      return { heading, shape, score: Math.max(...accepted.map((name) => likeness(shape, name))) };
    })
    .filter(({ shape, score }) => score >= least && shape.words.trim().split(' ').length <= mostWords)
    .filter(({ shape, score }) => questions.every((question) => likeness(shape, question) <= score))
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.heading;
}

/** Words for « no answer » that questionnaires and survey tools write besides the marks, folded. */
const looseMarks = new Map<string, Meaning>([
  ...[
    'nsp',
    'ne sait pas',
    'je ne sais pas',
    'nr',
    'non renseigne',
    'dont know',
    "don't know",
    'unknown'
  ].map((text): [string, Meaning] => [text, 'unanswered']),
  ...['n.a', 'n. a', 'so', 's.o', 'n/d', 'non concerne', 'sans objet pour nous', 'none of these apply'].map(
    (text): [string, Meaning] => [text, 'not_applicable']
  ),
  ...['-', '--', '?', '.', '…', 'x'].map((text): [string, Meaning] => [text, 'blank'])
]);

/** What a text that is no answer to a criterion may mean, to be confirmed by a person. */
export function answerSuggestion(text: string, criterion: Pick<Criterion, 'levels'>): Meaning | undefined {
  const loose = looseMarks.get(cellKey(text)) ?? looseMarks.get(text.trim());
  if (loose !== undefined) return loose;
  const labels = labelsOf(criterion);
  const near = closest(text, [...labels.keys()]) ?? undefined;
  return near === undefined ? undefined : labels.get(near);
}

function freeHeadings({ names, taken }: Matches): string[] {
  return names
    .flatMap(([heading], column) => (heading === undefined || taken.has(column) ? [] : [heading]))
    .slice(0, most);
}

function shapesOf({ labelFr, labelEn, titleFr, titleEn }: Criterion): Shape[] {
  return [labelFr, labelEn, titleFr, titleEn].filter((text) => text !== '').map(shapeOf);
}

/** A heading that begins with the code, or is the code but for zeros and signs, is closer than any wording. */
function scoreOf(heading: string, shape: Shape, { code }: Criterion, shapes: Shape[]): number {
  if (looseCode(heading) === looseCode(code)) return 2;
  const rest = heading.toLowerCase().startsWith(code.toLowerCase()) ? heading.slice(code.length) : '';
  const isLed = rest !== '' && !/^[\p{L}\p{N}]/u.test(rest);
  return Math.max(isLed ? 1 : 0, ...shapes.map((other) => likeness(shape, other)));
}

function suggestionOf(criterion: Criterion | undefined, heading: string): Suggestion {
  const question = criterion?.labelFr || criterion?.labelEn || '';
  return { field: criterion?.code ?? '', looksLike: heading, question };
}
