import type { Problem } from '#lib/maturity/problem.ts';

/** So many warnings of one kind are worth reading one by one. */
const most = 20;
const named = 3;

/**
 * The warnings as they are, or one for the file where they are too many to be read: how many there are, and whom the
 * first speak of (`detail.who`).
 */
export function summed(problems: Problem[]): Problem[] {
  return [...byFile(problems).values()].flatMap((list) => (list.length <= most ? list : [sum(list)]));
}

function byFile(problems: Problem[]): Map<string, Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const list = files.get(problem.file) ?? [];
    list.push(problem);
    files.set(problem.file, list);
  }
  return files;
}

function sum(list: Problem[]): Problem {
  const [first] = list;
  if (!first) throw new Error('a sum of nothing');
  const total = list.reduce((count, { detail }) => count + Number(detail?.['cells'] ?? 0), 0);
  const who = list.slice(0, named).map(({ detail }) => String(detail?.['who'] ?? ''));
  return {
    ...first,
    line: null,
    column: null,
    value: null,
    detail: { count: list.length, cells: total, who: who.join(', ') }
  };
}
