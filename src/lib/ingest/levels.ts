import { fold } from '#lib/i18n/fold.ts';
import { MAX_LEVELS, MIN_LEVELS, type Level } from '#lib/maturity/questionnaire.ts';
import { isMark } from './answer-cell.ts';

type Language = 'fr' | 'en';

/** What is wrong with a criterion's levels, at the field where it shows. */
export interface LevelFlaw {
  reason: 'few' | 'many' | 'hole' | 'same' | 'mark';
  field: string;
  /** The level it is about. */
  level: number;
  /** `same`: the lower level with that label. */
  other: number;
}

/** The field, such as `level_3_en`, that a heading's key stands for; `niveau_3` and `niveau_3_fr` are French. */
export function levelField(key: string): string | undefined {
  const [, word, digits, suffix] = /^(level|niveau)_(\d{1,2})(?:_(fr|en))?$/.exec(key) ?? [];
  const language = suffix ?? (word === 'niveau' ? 'fr' : undefined);
  return language && Number(digits) > 0 ? `level_${Number(digits)}_${language}` : undefined;
}

/** A criterion's levels from its cells; a level exists if it is filled in either language. */
export function findLevels(written: (field: string) => string): { levels: Level[]; flaws: LevelFlaw[] } {
  const all = Array.from({ length: 99 }, (_, i) => levelAt(written, i + 1));
  const levels = all.slice(0, all.findLastIndex(isFilled) + 1);
  const flaws = [...countFlaws(levels), ...holes(levels), ...labelFlaws(levels)];
  return { levels, flaws };
}

function levelAt(written: (field: string) => string, level: number): Level {
  return { fr: written(`level_${level}_fr`).trim(), en: written(`level_${level}_en`).trim() };
}

function isFilled({ fr, en }: Level): boolean {
  return fr !== '' || en !== '';
}

function countFlaws(levels: Level[]): LevelFlaw[] {
  const count = levels.length;
  if (count < MIN_LEVELS) return [flaw('few', levels, count + 1)];
  return count > MAX_LEVELS ? [flaw('many', levels, MAX_LEVELS + 1)] : [];
}

function holes(levels: Level[]): LevelFlaw[] {
  const hole = levels.findIndex((level) => !isFilled(level));
  return hole < 0 ? [] : [flaw('hole', levels, hole + 1)];
}

/** Labels by which an answer could not be told: shared by two levels, or read as a mark. */
function labelFlaws(levels: Level[]): LevelFlaw[] {
  const levelOf = new Map<string, number>();
  return labelsOf(levels).flatMap(({ level, language, label }): LevelFlaw[] => {
    const other = levelOf.get(fold(label)) ?? level;
    levelOf.set(fold(label), other);
    const field = `level_${level}_${language}`;
    if (isMark(label)) return [{ reason: 'mark', field, level, other: level }];
    return other === level ? [] : [{ reason: 'same', field, level, other }];
  });
}

function labelsOf(levels: Level[]): { level: number; language: Language; label: string }[] {
  const languages: Language[] = ['fr', 'en'];
  return levels
    .flatMap((labels, i) =>
      languages.map((language) => ({ level: i + 1, language, label: labels[language] }))
    )
    .filter(({ label }) => label !== '');
}

/** Reported in the language in which the criterion's levels are written. */
function flaw(reason: LevelFlaw['reason'], levels: Level[], level: number): LevelFlaw {
  const language = levels.some(({ fr }) => fr !== '') || levels.every(({ en }) => en === '') ? 'fr' : 'en';
  return { reason, field: `level_${level}_${language}`, level, other: level };
}
