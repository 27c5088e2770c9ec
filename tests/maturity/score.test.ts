import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLANK } from '#lib/maturity/answer.ts';
import type { Scope } from '#lib/maturity/questionnaire.ts';
import { scorer, WHOLE } from '#lib/maturity/score.ts';
import { repetitions } from '#tests/repetitions.ts';

const numRuns = 10 * repetitions(8);

const criterion = fc.record({
  theme: fc.constantFrom('Accès', 'Traces', 'Réseau'),
  scope: fc.constantFrom<Scope>('common', 'conditional'),
  target: fc.integer({ min: 1, max: 10 }),
  answer: fc.integer({ min: BLANK, max: 10 })
});

type Drawn = typeof criterion extends fc.Arbitrary<infer T> ? T : never;

/** Definitions 1, 2 and 6, criterion by criterion. */
function naive(drawn: Drawn[]): number[] {
  const applicable = drawn.filter(({ scope, answer }) => scope === 'common' || answer >= 0);
  const answered = applicable.filter(({ answer }) => answer > 0);
  const unanswered = applicable.filter(({ answer }) => answer <= 0);
  const missing = answered.map(({ target, answer }) => (answer < target ? target - answer : 0));
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
  return [
    applicable.length,
    unanswered.length,
    answered.filter(({ target, answer }) => answer >= target).length,
    sum(missing),
    sum(unanswered.map(({ target }) => target))
  ];
}

test('a response’s scores are those counted criterion by criterion, by theme and scope and in all', () => {
  fc.assert(
    fc.property(fc.array(criterion, { maxLength: 80 }), (drawn) => {
      const { parts, score } = scorer(drawn);
      const scores = [...score(drawn.map(({ answer }) => answer))];
      const named = drawn.map(({ theme, scope }) => `${theme} ${scope}`);
      const expected = parts.map((part) =>
        naive(drawn.filter((_, i) => part === WHOLE || named[i] === named[part]))
      );
      expect(scores).toEqual(expected.flat());
      expect(parts).toEqual([...new Set(named)].map((name) => named.indexOf(name)).concat(WHOLE));
    }),
    { numRuns }
  );
});
