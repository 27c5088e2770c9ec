import { fold } from '#lib/i18n/fold.ts';
import type { Criterion, Questionnaire } from '#lib/maturity/questionnaire.ts';
import { codeKey } from './criterion-code.ts';

/** A criterion that a text names for certain; a lower rank is the stronger name. */
export interface NamedCriterion {
  criterion: number;
  by: 'code' | 'label';
  rank: number;
}

const ranks = { code: 1, label: 2, title: 3 };

/**
 * Finds the criterion that a text names: by its code, else by its label or optional title in either language, equal
 * after folding and belonging to no other criterion. Likeness is not enough.
 */
export function criterionNames({ criteria }: Questionnaire): (text: string) => NamedCriterion | undefined {
  const codes = new Map(criteria.map(({ code }, criterion) => [codeKey(code), criterion]));
  const labels = new Map<string, NamedCriterion | 'several'>();
  criteria.forEach((criterion, i) => {
    for (const { text, rank } of textsOf(criterion)) {
      const known = labels.get(fold(text));
      if (known === undefined) labels.set(fold(text), { criterion: i, by: 'label', rank });
      else if (known !== 'several' && known.criterion !== i) labels.set(fold(text), 'several');
    }
  });
  labels.delete('');
  return (text) => {
    const criterion = codes.get(codeKey(text));
    if (criterion !== undefined) return { criterion, by: 'code', rank: ranks.code };
    const labelled = labels.get(fold(text));
    return labelled === 'several' ? undefined : labelled;
  };
}

/** Labels before titles, so that a text that is both counts as the label. */
function textsOf({ labelFr, labelEn, titleFr, titleEn }: Criterion): { text: string; rank: number }[] {
  return [
    ...[labelFr, labelEn].map((text) => ({ text, rank: ranks.label })),
    ...[titleFr, titleEn].map((text) => ({ text, rank: ranks.title }))
  ].filter(({ text }) => text !== '');
}
