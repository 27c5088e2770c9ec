import type { Rereading } from './source.ts';

/** A question with several choices is written with a sign after each: a single one is the answer, two are none. */
export function chosenAlone(sign: string): Rereading {
  return {
    read(cell) {
      const choices = cell
        .split(sign)
        .map((choice) => choice.trim())
        .filter((choice) => choice !== '');
      return choices.length === 1 && choices[0] !== cell.trim() ? choices[0] : undefined;
    },
    assumed: new Set()
  };
}
