import type { Problem } from '#lib/maturity/problem.ts';

/** Problems as they are found. */
export interface ProblemList {
  add(...problems: Problem[]): void;
  /** How many were added. */
  size(): number;
  /** What was found, in order; of kinds that are too many to be listed how many more there are. */
  all(): Problem[];
}

/** So many problems of one kind are listed: nobody reads more, and millions would fill the memory. */
export const mostListed = 10_000;

export function problemList(file: string): ProblemList {
  const listed: Problem[] = [];
  const counts = new Map<string, number>();
  const waived = new Map<string, Problem>();
  let size = 0;
  const add = (problem: Problem) => {
    size++;
    const kind = `${problem.severity} ${problem.code}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= mostListed) listed.push(problem);
    if (problem.code === 'not_applicable_on_common') addWaived(problem, count <= mostListed);
  };
  // these are summed by criterion afterwards, so each that is not listed is counted with one that is
  const addWaived = (problem: Problem, isListed: boolean) => {
    const criterion = String(problem.detail?.['criterion']);
    const known = waived.get(criterion);
    if (known && !isListed)
      known.detail = { ...known.detail, count: Number(known.detail?.['count'] ?? 1) + 1 };
    else if (!known) {
      waived.set(criterion, problem);
      if (!isListed) listed.push(problem);
    }
  };
  return {
    add: (...problems) => problems.forEach(add),
    size: () => size,
    all: () => [...listed, ...[...counts].flatMap(([kind, count]) => unlisted(file, kind, count))]
  };
}

function unlisted(file: string, kind: string, count: number): Problem[] {
  const [severity = '', code = ''] = kind.split(' ');
  if (count <= mostListed || code === 'not_applicable_on_common') return [];
  return [
    {
      severity: severity === 'error' ? 'error' : 'warning',
      file,
      line: null,
      column: null,
      value: null,
      code: 'more_problems',
      detail: { of: code, count: count - mostListed, listed: mostListed }
    }
  ];
}
