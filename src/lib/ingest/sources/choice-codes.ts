import { fold } from '#lib/i18n/fold.ts';
import type { Criterion } from '#lib/maturity/questionnaire.ts';
import { isMark } from '../answer-cell.ts';
import type { Rereading } from './source.ts';

const yes = ['oui', 'yes'];
const no = ['non', 'no'];

/**
 * LimeSurvey's short answers. `Y` and `N` are its own for yes and no. Of a code such as `A2` or `AO02`, numbered in the
 * order of the choices, the number is taken for the level: an assumption, for a choice may stand elsewhere.
 */
export function answerCodes(): Rereading {
  const assumed = new Set<string>();
  return {
    assumed,
    read(cell, criterion) {
      const code = cell.trim();
      if (code === 'Y') return labelled(criterion, yes);
      if (code === 'N') return labelled(criterion, no);
      return numbered(code, /^[a-z]{1,4}0*(\d{1,2})$/i, assumed);
    }
  };
}

/**
 * The names that XLSForm gives to choices: what says « level », a mark or a label in the form's spelling of it, or a name
 * numbered in the order of the choices, which is an assumption.
 */
export function choiceNames(): Rereading {
  const assumed = new Set<string>();
  return {
    assumed,
    read(cell, criterion) {
      const name = cell.trim();
      const level = /^(?:level|niveau|lvl|niv)[_ -]?0*(\d{1,2})$/i.exec(name)?.[1];
      if (level !== undefined) return level;
      const words = name.replaceAll('_', ' ');
      if (isMark(words)) return words;
      return spelled(criterion, name) ?? numbered(name, /^[a-z]+[_-]?0*(\d{1,2})$/i, assumed);
    }
  };
}

function labelled({ levels }: Criterion, words: string[]): string | undefined {
  const found = levels.findIndex(({ fr, en }) => words.includes(fold(fr)) || words.includes(fold(en)));
  return found < 0 ? undefined : String(found + 1);
}

/** The one level whose label has this name: `en_partie` is « En partie ». */
function spelled({ levels }: Criterion, name: string): string | undefined {
  const found = levels.flatMap(({ fr, en }, i) =>
    [fr, en].some((label) => label !== '' && nameOf(label) === nameOf(name)) ? [i + 1] : []
  );
  return found.length === 1 && nameOf(name) !== '' ? String(found[0]) : undefined;
}

function nameOf(label: string): string {
  return fold(label)
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

function numbered(code: string, pattern: RegExp, assumed: Set<string>): string | undefined {
  const number = pattern.exec(code)?.[1];
  if (number !== undefined) assumed.add(code);
  return number;
}
