import { criterionName } from '#lib/i18n/criterion-name.ts';
import { answerRemark } from '#lib/i18n/corrections.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { StepsRow } from '#lib/charts/steps.ts';
import type { AnswerFigures, Counts } from '#lib/maturity/figures.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import type { ProductData } from './product-data.ts';

/** One answer with what names it, and how the product's peers stand on its criterion. */
export interface AnswerLine extends Omit<AnswerFigures, 'declared'> {
  label: string;
  theme: string;
  scope: Criterion['scope'];
  /** The answer as the vendor gave it, which a correction may have replaced. */
  given: AnswerFigures['declared'];
  /** « corrigé, déclaré niveau 2 », « contesté »; empty where neither. */
  remark: string;
  /** The wording of the level that counts, and of the target; empty where there is none. */
  declared: string;
  aimed: string;
  /** Of the peers to which the criterion applies, how many are at target. */
  n: number;
  N: number;
  /** The rows of its small drawings: kept with the line, so that they are drawn once. */
  steps: StepsRow;
  smallSteps: StepsRow;
  share: { n: number; N: number };
}

/** A product's answers by what is to be done about them; together they are all of its answers. */
export interface AnswerGroups {
  /** A level below the target. */
  below: AnswerLine[];
  /** Applicable without an answer, which counts as not attained, unless the view excludes it. */
  unanswered: AnswerLine[];
  attained: AnswerLine[];
  notApplicable: AnswerLine[];
}

/** The wording of a level; empty where there is none. */
export function wordingOf(criterion: Criterion | undefined, level: number | null, locale: Locale): string {
  const wording = level === null ? undefined : criterion?.levels[level - 1];
  if (!wording) return '';
  return (locale === 'fr' ? wording.fr || wording.en : wording.en || wording.fr) || '';
}

/** The product's answers in the questionnaire's order. */
export function answerLines({ answers, questionnaire, peers }: ProductData, locale: Locale): AnswerLine[] {
  const criteria = new Map(questionnaire.criteria.map((criterion) => [criterion.code, criterion]));
  const counts = new Map(peers.criteria.map((row) => [row.code, row]));
  return answers.map((answer) =>
    lineOf(answer, criteria.get(answer.criterion), counts.get(answer.criterion), locale)
  );
}

function lineOf(
  answer: AnswerFigures,
  criterion: Criterion | undefined,
  counts: Counts | undefined,
  locale: Locale
): AnswerLine {
  const steps = {
    level: answer.level,
    target: answer.target,
    levels: criterion?.levels.length ?? answer.target
  };
  const share = { n: counts?.attained ?? 0, N: counts?.applicable ?? 0 };
  return {
    ...answer,
    ...share,
    given: answer.declared,
    remark: answerRemark(answer, locale),
    label: criterion ? criterionName(criterion, locale) : answer.criterion,
    theme: criterion?.theme ?? '',
    scope: criterion?.scope ?? 'common',
    declared: wordingOf(criterion, answer.level, locale),
    aimed: wordingOf(criterion, answer.target, locale),
    steps,
    smallSteps: { ...steps, small: true },
    share
  };
}

/** The most attained by the peers first, decided in whole numbers; ties: the larger N, then the smaller gap. */
function mostAccessibleFirst(a: AnswerLine, b: AnswerLine): number {
  return b.n * (a.N || 1) - a.n * (b.N || 1) || b.N - a.N || (a.gap ?? 0) - (b.gap ?? 0);
}

export function answerGroups(lines: AnswerLine[]): AnswerGroups {
  const isBelow = ({ level, target }: AnswerLine) => level !== null && level < target;
  return {
    below: lines.filter(isBelow).sort(mostAccessibleFirst),
    unanswered: lines.filter(({ state }) => state === 'unanswered').sort(mostAccessibleFirst),
    attained: lines.filter(({ level, target }) => level !== null && level >= target),
    notApplicable: lines.filter(({ state }) => state === 'not_applicable')
  };
}

/** The unattained criteria that count, those that most peers attain first. */
export function byAccess({ below, unanswered }: AnswerGroups): AnswerLine[] {
  return [...below, ...unanswered].filter(({ gap }) => gap !== null).sort(mostAccessibleFirst);
}
