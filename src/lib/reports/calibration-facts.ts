import { ifGapHeldWords, noRandomSample } from '#lib/i18n/audits.ts';
import { decimal, integer, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, quoted, say } from '#lib/i18n/wording.ts';
import { consequences, type Consequences } from '#lib/maturity/consequences.ts';
import { demandsOf } from '#lib/maturity/demands.ts';
import { ifGapHeld, passingUnder } from '#lib/maturity/if-gap-held.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { firstBlockers } from './calibration-title.ts';
import type { Evidence } from './evidence.ts';

/** A fact in words, its stressed part first. */
export interface PanelFact {
  id: 'firmness' | 'effort' | 'blocker' | 'addable' | 'lost' | 'audits';
  title: string;
  strong: string;
  rest: string;
}

function firmnessFact(
  table: LevelTable,
  requirements: readonly Requirement[],
  found: Consequences,
  locale: Locale
): PanelFact {
  const { mandatory } = demandsOf(table, requirements);
  const conditional = mandatory.filter(({ isConditional }) => isConditional).length;
  const full = mandatory.reduce((sum, { weight }) => sum + weight, 0);
  const value = decimal(found.firmness, locale);
  return {
    id: 'firmness',
    title: say(locale, 'Fermeté', 'Firmness'),
    strong: say(locale, `${value} sur ${integer(full, 'fr')}`, `${value} of ${integer(full, 'en')}`),
    rest: say(
      locale,
      `, ${conditional === 0 ? 'sans exigence conditionnelle' : `dont ${counted(conditional, ['exigence conditionnelle', 'exigences conditionnelles'], 'fr')}`} : chacune compte pour son poids et pour la part des produits à qui elle s’applique`,
      `, ${conditional === 0 ? 'without conditional requirements' : `with ${counted(conditional, ['conditional requirement', 'conditional requirements'], 'en')}`}: each counts for its weight and for the share of products to which it applies`
    )
  };
}

function effortFact({ effort, applicable, passing }: Consequences, locale: Locale): PanelFact {
  const others = applicable - passing;
  const mean = others === 0 ? '' : decimal(effort / others, locale);
  return {
    id: 'effort',
    title: say(locale, 'Effort total', 'Total effort'),
    strong: counted(
      effort,
      locale === 'fr' ? ['niveau manquant', 'niveaux manquants'] : ['missing level', 'missing levels'],
      locale
    ),
    rest:
      others === 0
        ? ''
        : say(
            locale,
            `, soit ${mean} en moyenne pour ${others === 1 ? 'l’autre produit' : `chacun des ${integer(others, 'fr')} autres produits`}`,
            `, ${mean} on average for ${others === 1 ? 'the other product' : `each of the ${integer(others, 'en')} other products`}`
          )
  };
}

/** What lowering a requirement by one level would let in. */
function gainIfLowered(
  table: LevelTable,
  requirements: readonly Requirement[],
  criterion: string,
  passing: number
): number {
  const lowered = requirements.map((line) =>
    line.criterion === criterion && line.level !== null ? { ...line, level: line.level - 1 } : line
  );
  return consequences(table, lowered).passing - passing;
}

function noBlocker(keptOut: number, locale: Locale): Pick<PanelFact, 'strong' | 'rest'> {
  if (keptOut === 0)
    return { strong: say(locale, 'Aucun produit n’est écarté', 'No product is kept out'), rest: '' };
  return {
    strong: say(locale, 'Aucune exigence ne bloque seule', 'No requirement blocks alone'),
    rest: say(
      locale,
      ' : à chaque produit écarté, il en manque deux ou plus',
      ': every product kept out lacks two or more'
    )
  };
}

function blockerFact(
  table: LevelTable,
  requirements: readonly Requirement[],
  { perRequirement, lacking, applicable, passing }: Consequences,
  nameOf: (code: string) => string,
  locale: Locale
): PanelFact {
  const title = say(locale, 'Premier blocage', 'First blocker');
  const [first] = firstBlockers(perRequirement);
  if (!first) return { id: 'blocker', title, ...noBlocker(applicable - passing, locale) };
  const one = (lacking[1] ?? 0) - passing;
  const gain = first.level > 1 ? gainIfLowered(table, requirements, first.criterion, passing) : 0;
  const lowered =
    first.level > 1
      ? say(
          locale,
          `. Retirée : ${signed(first.passingIfDropped - passing, 'fr', 0)} ; abaissée au niveau ${first.level - 1} : ${signed(gain, 'fr', 0)}`,
          `. Dropped: ${signed(first.passingIfDropped - passing, 'en', 0)}; lowered to level ${first.level - 1}: ${signed(gain, 'en', 0)}`
        )
      : '';
  return {
    id: 'blocker',
    title,
    strong: quoted(nameOf(first.criterion), locale),
    rest:
      say(
        locale,
        ` bloque seule ${integer(first.blocksAlone, 'fr')} ${one === 1 ? 'produit, le seul à qui une exigence manque' : `des ${integer(one, 'fr')} produits à qui une seule exigence manque`}`,
        ` alone blocks ${integer(first.blocksAlone, 'en')} of the ${counted(one, ['product', 'products'], 'en')} that ${one === 1 ? 'lacks' : 'lack'} one requirement only`
      ) + lowered
  };
}

const namedAtMost = 3;

function addableFact(
  { addable, passing }: Consequences,
  nameOf: (code: string) => string,
  locale: Locale
): PanelFact {
  const title = say(locale, 'À ajouter sans perte', 'To add without loss');
  const free = addable.filter((one) => one.passing >= passing && one.concerned > 0);
  if (passing === 0 || free.length === 0)
    return {
      id: 'addable',
      title,
      strong: say(locale, 'Aucune autre exigence', 'No other requirement'),
      rest: ''
    };
  const names = free.slice(0, namedAtMost).map(({ criterion }) => quoted(nameOf(criterion), locale));
  const more = free.length - names.length;
  const further =
    more > 0
      ? say(locale, ` et ${counted(more, ['autre', 'autres'], 'fr')}`, ` and ${integer(more, 'en')} more`)
      : '';
  return {
    id: 'addable',
    title,
    strong: names.join(', '),
    rest:
      further +
      say(
        locale,
        ' : parmi les produits qui passent, tous ceux à qui elles s’appliquent les atteignent déjà',
        ': of the products that pass, all those to which they apply attain them already'
      )
  };
}

/** The result if the gap that audits found held for all; nothing to say where no product was audited. */
function auditsFacts(
  { table, forms }: Evidence,
  requirements: readonly Requirement[],
  locale: Locale
): PanelFact[] {
  if (forms.length === 0) return [];
  const held = ifGapHeld(passingUnder(table, requirements), forms);
  return [
    {
      id: 'audits',
      title: say(locale, 'Écart entre déclaré et constaté', 'Gap between declared and found'),
      strong: ifGapHeldWords(held, locale),
      rest:
        held.audited === 0
          ? ''
          : say(
              locale,
              ` (${counted(held.audited, ['audité', 'audités'], 'fr')}, ${counted(held.gaps, ['présente un écart', 'présentent un écart'], 'fr')}). `,
              ` (${counted(held.audited, ['audited', 'audited'], 'en')}, ${counted(held.gaps, ['with a gap', 'with a gap'], 'en')}). `
            ) + noRandomSample(locale)
    }
  ];
}

/** What bars don't show of a scenario: firmness, effort, what blocks, what could be added, what audits change. */
export function calibrationFacts(
  evidence: Evidence,
  requirements: readonly Requirement[],
  found: Consequences,
  nameOf: (code: string) => string,
  locale: Locale
): PanelFact[] {
  const { table } = evidence;
  return [
    firmnessFact(table, requirements, found, locale),
    effortFact(found, locale),
    blockerFact(table, requirements, found, nameOf, locale),
    addableFact(found, nameOf, locale),
    ...auditsFacts(evidence, requirements, locale)
  ];
}
