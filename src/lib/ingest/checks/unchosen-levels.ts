import type { Problem } from '#lib/maturity/problem.ts';
import { warningAt, type Checked } from './checked.ts';
import { summed } from './summed.ts';

/** With fewer answers to a criterion, a level that nobody chose is nothing unusual. */
const fewest = 20;

/** Levels that no product of the campaign chose, the import's among them; one warning a criterion. */
export function unchosenLevels(checked: Checked): Problem[] {
  const { responses, questionnaire } = checked;
  const [first] = responses;
  if (!first) return [];
  const counts = chosenLevels(checked);
  const found = questionnaire.criteria.flatMap(({ code, levels }, i) => {
    const chosen = counts[i] ?? [];
    const answered = chosen.reduce((sum, n) => sum + n, 0);
    const missing = levels.flatMap((_, level) => ((chosen[level] ?? 0) === 0 ? [level + 1] : []));
    if (answered < fewest || missing.length === 0) return [];
    const detail = { criterion: code, unchosen: missing.join(', '), answered, who: code };
    return [{ ...warningAt(first, 'unchosen_level', { field: code }, detail), line: null }];
  });
  return summed(found);
}

function chosenLevels({ responses, questionnaire, chosen }: Checked): number[][] {
  const counts = questionnaire.criteria.map(({ levels }, i) =>
    levels.map((_, level) => chosen[i]?.[level] ?? 0)
  );
  for (const { answers } of responses)
    answers.forEach((answer, i) => {
      const levels = counts[i];
      if (answer > 0 && levels) levels[answer - 1] = (levels[answer - 1] ?? 0) + 1;
    });
  return counts;
}
