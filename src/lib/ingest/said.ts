import { fold } from '#lib/i18n/fold.ts';
import { BLANK, NOT_APPLICABLE, UNANSWERED, type Answer } from '#lib/maturity/answer.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { codeKey, codePattern } from './criterion-code.ts';
import type { AnswerMapping, Meaning } from './mapping.ts';

/** The mappings that apply to one criterion, by the key of the cell. */
export type Said = Map<string, AnswerMapping>;

/** Whom a mapping is about: a criterion's place, all of them, or a criterion that doesn't exist. */
export type Addressee = { criterion: number | 'all'; label: string } | { unknown: string };

/** The form in which cells and labels are compared; signs alone, which folding would take away, stay. */
export function cellKey(text: string): string {
  return fold(text) || text.trim();
}

export function answerMeant(means: Meaning): Answer {
  if (means === 'blank') return BLANK;
  if (means === 'unanswered') return UNANSWERED;
  return means === 'not_applicable' ? NOT_APPLICABLE : means;
}

/**
 * Splits what a mapping says into criterion and label. Before a colon stands a criterion if it is a known code (the
 * longest, for codes may hold colons too), or looks like one, or where there is no blank on either side of the colon
 * (`Autre : précisez` is a label). A colon in front says « all criteria »: `:10:30` is the label `10:30`.
 */
export function addresseeOf(said: string, { criteria }: Questionnaire): Addressee {
  if (said.startsWith(':')) return { criterion: 'all', label: said.slice(1) };
  const codes = new Map(criteria.map(({ code }, i) => [codeKey(code), i]));
  for (let at = said.lastIndexOf(':'); at > 0; at = said.lastIndexOf(':', at - 1)) {
    const criterion = codes.get(codeKey(said.slice(0, at)));
    if (criterion !== undefined) return { criterion, label: said.slice(at + 1) };
  }
  const prefix = said.slice(0, Math.max(0, said.indexOf(':')));
  const patterns = new Set(criteria.map(({ code }) => codePattern(code)));
  const isMeant = prefix !== '' && (patterns.has(codePattern(prefix)) || /^[^\s:]+:\S/.test(said));
  return isMeant ? { unknown: prefix } : { criterion: 'all', label: said };
}

/** What was said of each criterion's answers, in the questionnaire's order; of one criterion counts before of all. */
export function saidOfEach(questionnaire: Questionnaire, answers: AnswerMapping[]): Said[] {
  const each = questionnaire.criteria.map((): Said => new Map());
  const addressed = answers.map((mapping) => ({ mapping, to: addresseeOf(mapping.said, questionnaire) }));
  for (const { mapping, to } of addressed) {
    if ('label' in to && to.criterion === 'all')
      for (const said of each) said.set(cellKey(to.label), mapping);
  }
  for (const { mapping, to } of addressed) {
    if ('label' in to && to.criterion !== 'all') each[to.criterion]?.set(cellKey(to.label), mapping);
  }
  return each;
}
