import { criterionKey, type Criterion } from './questionnaire.ts';
import {
  requirementOf,
  requirementWeights,
  type Requirement,
  type RequirementTheme
} from './requirements.ts';

type Asked = Pick<Criterion, 'code' | 'theme' | 'target' | 'obligation'>;

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The requirement theme that a questionnaire's theme reads like; security overall where nothing tells. */
export function themeLike(theme: string): RequirementTheme {
  const words = plain(theme);
  if (/identifi|authentifi|authenti/.test(words)) return 'ie';
  return /\bacces|\baccess|identit|habilitation/.test(words) ? 'iam' : 'ssi';
}

/**
 * A scenario to begin with: every criterion at its target as a candidate, and what the law already requires mandatory
 * from the start.
 */
export function fromTargets(criteria: readonly Asked[]): Requirement[] {
  return criteria.map(({ code, theme, target, obligation }) =>
    requirementOf(code, target, {
      theme: themeLike(theme),
      status: obligation === '' ? 'candidate' : 'mandatory'
    })
  );
}

/**
 * The lines of a scenario with the mandatory requirements of an optimum: other lines stay under study. Weights are those
 * under which the optimum was searched.
 */
export function fromOptimum(
  lines: readonly Requirement[],
  chosen: readonly { code: string; weight: number }[]
): Requirement[] {
  const optimum = new Map(chosen.map((one) => [criterionKey(one.code), one]));
  return lines.map((line): Requirement => {
    const found = line.criterion === null ? undefined : optimum.get(criterionKey(line.criterion));
    if (found) {
      const weight = requirementWeights.find((one) => one === found.weight) ?? line.weight;
      return { ...line, status: 'mandatory', weight };
    }
    return line.criterion !== null && line.status === 'mandatory' ? { ...line, status: 'candidate' } : line;
  });
}

/** The criteria that the law already requires and that a scenario does not make mandatory. */
export function obligationsLeftOut<One extends Pick<Asked, 'code' | 'obligation'>>(
  criteria: readonly One[],
  requirements: readonly Requirement[]
): One[] {
  const mandatory = new Set(
    requirements.flatMap(({ criterion, status }) =>
      criterion !== null && status === 'mandatory' ? [criterionKey(criterion)] : []
    )
  );
  return criteria.filter(({ code, obligation }) => obligation !== '' && !mandatory.has(criterionKey(code)));
}
