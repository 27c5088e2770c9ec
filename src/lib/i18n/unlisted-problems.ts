import { problemCodes } from '#lib/maturity/problem.ts';
import { integer } from './format.ts';
import type { Locale } from './locale.ts';
import { problemName } from './problem-names.ts';
import type { Message } from './problem-words.ts';

/** Of a kind of problem with very many only the first are listed. */
export const unlistedMessages = {
  more_problems: {
    fr: ({ of }) =>
      `Ce fichier a encore ${count(of('count'), 'fr')} problèmes de la sorte «\u00a0${kind(of('of'), 'fr')}\u00a0»\u00a0; seuls les ${count(of('listed'), 'fr')} premiers sont listés.`,
    en: ({ of }) =>
      `This file has ${count(of('count'), 'en')} more problems of the kind “${kind(of('of'), 'en')}”; only the first ${count(of('listed'), 'en')} are listed.`
  }
} satisfies Record<string, Message>;

function kind(code: string, locale: Locale): string {
  const known = problemCodes.find((one) => one === code);
  return known ? problemName(known, locale) : code;
}

function count(text: string, locale: Locale): string {
  return integer(Number(text), locale);
}
