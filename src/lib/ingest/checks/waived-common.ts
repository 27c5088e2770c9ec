import type { Problem } from '#lib/maturity/problem.ts';

/** So many cells of a file are reported one by one. */
const most = 100;

/** « Not applicable » on common criteria by cell; by criterion where a file has so many that nobody would read them. */
export function waivedSummed(problems: Problem[]): Problem[] {
  const isWaived = ({ code }: Problem) => code === 'not_applicable_on_common';
  if (problems.filter(isWaived).length <= most) return problems;
  const byCriterion = new Map<string, Problem>();
  const kept = problems.filter((problem) => {
    if (!isWaived(problem)) return true;
    const key = String(problem.detail?.['criterion']);
    const first = byCriterion.get(key);
    // one may stand for further ones that were not listed
    const count = Number(first?.detail?.['count'] ?? 0) + Number(problem.detail?.['count'] ?? 1);
    byCriterion.set(key, { ...(first ?? problem), detail: { ...problem.detail, count } });
    return first === undefined;
  });
  return kept.map((problem) =>
    isWaived(problem) ? (byCriterion.get(String(problem.detail?.['criterion'])) ?? problem) : problem
  );
}
