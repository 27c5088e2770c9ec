import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { AnswerFigures, ProductFigures } from '#lib/maturity/figures.ts';
import type { MissedCriterion } from '#lib/server/missing.ts';
import { wordingOf } from './product-answers.ts';
import type { VendorData } from './vendor-data.ts';

/** What one of the products side by side says of a criterion; absent where it isn't asked. */
export interface MissingCell extends Pick<AnswerFigures, 'level' | 'gap' | 'state'> {
  id: string;
  /** The wording of the declared level. */
  declared: string;
}

/** One criterion that a product of the vendor misses, and its products side by side. */
export interface MissingLine extends MissedCriterion {
  label: string;
  theme: string;
  obligation: string;
  /** The wording of the target. */
  aimed: string;
  cells: (MissingCell | undefined)[];
}

/** Criteria by how many of the vendor's products miss them. */
export interface MissingGroups {
  /** Missed by each of two products or more. */
  byAll: MissingLine[];
  others: MissingLine[];
}

export function missingLines(data: VendorData, locale: Locale): MissingLine[] {
  const criteria = new Map(data.questionnaire.criteria.map((criterion) => [criterion.code, criterion]));
  const answers = new Map(data.answers.map((answer) => [`${answer.id} ${answer.criterion}`, answer]));
  return data.missed.map((row) => {
    const criterion = criteria.get(row.criterion);
    const cellOf = ({ id }: ProductFigures): MissingCell | undefined => {
      const answer = answers.get(`${id} ${row.criterion}`);
      return answer && { ...answer, declared: wordingOf(criterion, answer.level, locale) };
    };
    return {
      ...row,
      label: criterion ? criterionName(criterion, locale) : row.criterion,
      theme: criterion?.theme ?? '',
      obligation: criterion?.obligation ?? '',
      aimed: wordingOf(criterion, row.target, locale),
      cells: data.columns.map(cellOf)
    };
  });
}

export function missingGroups(lines: MissingLine[], products: number): MissingGroups {
  const isByAll = ({ missed }: MissingLine) => products > 1 && missed === products;
  return { byAll: lines.filter(isByAll), others: lines.filter((line) => !isByAll(line)) };
}
