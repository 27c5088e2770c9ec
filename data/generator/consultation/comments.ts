import type { Product } from '../products/product.ts';
import type { Criterion } from '../questionnaire/criterion.ts';
import type { Random } from '../random.ts';
import { organisationsOf, type Organisation } from './organisations.ts';
import { requirements, type Requirement } from './requirements.ts';
import { letter, texts, type Stance } from './texts.ts';

export interface Comment {
  requirement: Requirement;
  organisation: Organisation;
  stance: Stance;
  text: string;
  /** ISO 8601. */
  date: string;
}

/** The comments of a consultation open from `opened` for 45 days. */
export function consult(
  products: readonly Product[],
  criteria: readonly Criterion[],
  opened: string,
  random: Random
): Comment[] {
  return organisationsOf(products).flatMap((organisation) => {
    const date = dayAfter(opened, Math.floor(45 * Math.sqrt(random.uniform())));
    const interest = 0.12 + 0.35 * random.uniform();
    return requirements.flatMap((requirement): Comment[] => {
      if (organisation.hasLetter && requirement.dispute > 0.65)
        return [{ requirement, organisation, stance: 'opposé', text: copied(random), date }];
      if (random.uniform() > interest + 0.25 * requirement.dispute) return [];
      const stance = stanceOf(organisation, requirement, random);
      return [
        { requirement, organisation, stance, text: textOf(stance, requirement, criteria, random), date }
      ];
    });
  });
}

/** Copies differ by what word processors change: case, spaces, final signs. */
function copied(random: Random): string {
  const kind = random.uniform();
  if (kind < 0.2) return letter.toUpperCase();
  if (kind < 0.4) return letter.replaceAll(' :', '\u00a0:').replaceAll('’', "'");
  return kind < 0.6 ? `${letter.slice(0, -1)} !` : letter;
}

function stanceOf({ reluctance }: Organisation, { dispute }: Requirement, random: Random): Stance {
  const against = random.uniform();
  const weight = 0.15 + 0.85 * dispute;
  if (against < reluctance * weight * 0.6) return 'opposé';
  return against < 0.1 + 0.9 * reluctance * weight ? 'réservé' : 'favorable';
}

function textOf(
  stance: Stance,
  { criterion }: Requirement,
  criteria: readonly Criterion[],
  random: Random
): string {
  if (random.uniform() < 0.08) return '';
  const choices = texts[stance];
  const text = choices[Math.floor(random.uniform() * choices.length)] ?? '';
  const title = criteria.find(({ code }) => code === criterion)?.title.fr ?? 'cette mesure';
  return text.replace('%', title);
}

function dayAfter(date: string, days: number): string {
  const moved = new Date(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
