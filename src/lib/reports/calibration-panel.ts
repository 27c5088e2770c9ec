import { shortTheme } from '#lib/i18n/calibration.ts';
import { decimal, integer, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, isSingular, quoted, say } from '#lib/i18n/wording.ts';
import { consequences, type Consequences } from '#lib/maturity/consequences.ts';
import { demandsOf } from '#lib/maturity/demands.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { fewestVendors } from '#lib/maturity/passing-groups.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { sizeClasses } from '#lib/maturity/vendor-size.ts';
import { firstBlockers } from './calibration-title.ts';

/** A bar of the panel: n of N, with the part that already passes drawn apart. */
export interface PanelBar {
  label: string;
  n: number;
  N: number;
  /** Of n, those that pass; all of them where the bar has one part. */
  passing: number;
  /** Where fewer than 3 vendors pass. */
  caution: string;
}

/** A fact in words, its stressed part first. */
export interface PanelFact {
  id: 'firmness' | 'effort' | 'blocker' | 'addable' | 'lost';
  title: string;
  strong: string;
  rest: string;
}

export interface CalibrationPanel {
  passing: number;
  /** « produits de 23 éditeurs respectent les 12 exigences obligatoires ». */
  words: string[];
  of: string;
  lacking: PanelBar[];
  within: PanelBar[];
  themes: PanelBar[];
  corridors: PanelBar[];
  sizes: PanelBar[];
  facts: PanelFact[];
}

function cumulative(counts: number[], N: number, labels: string[]): PanelBar[] {
  const passing = counts[0] ?? 0;
  return counts.map((n, k) => ({ label: labels[k] ?? '', n, N, passing, caution: '' }));
}

function whole(label: string, n: number, N: number, caution = ''): PanelBar {
  return { label, n, N, passing: n, caution };
}

/** By share, the highest first; a group that nothing applies to comes last. */
function byShare(bars: PanelBar[]): PanelBar[] {
  const share = ({ n, N }: PanelBar) => (N === 0 ? -1 : n / N);
  return [...bars].sort((a, b) => share(b) - share(a) || b.N - a.N);
}

function fewVendors(vendors: number, locale: Locale): string {
  if (vendors >= fewestVendors) return '';
  return vendors === 0
    ? say(locale, 'aucun éditeur', 'no vendor')
    : counted(vendors, locale === 'fr' ? ['éditeur', 'éditeurs'] : ['vendor', 'vendors'], locale);
}

function sizeName(index: number, locale: Locale): string {
  const { from = 1, to } = sizeClasses[index] ?? {};
  const noun = locale === 'fr' ? 'produit' : 'product';
  if (to === undefined) return say(locale, `${from} produits et plus`, `${from} products and more`);
  return from === to
    ? `${from} ${noun}`
    : say(locale, `${from} à ${to} produits`, `${from} to ${to} products`);
}

function wordsOf({ passing, vendors, perRequirement }: Consequences, locale: Locale): string[] {
  const n = perRequirement.length;
  const many = integer(n, locale);
  return [
    say(
      locale,
      isSingular(passing, 'fr') ? 'produit de ' : 'produits de ',
      passing === 1 ? 'product of ' : 'products of '
    ),
    counted(vendors.passing, locale === 'fr' ? ['éditeur', 'éditeurs'] : ['vendor', 'vendors'], locale),
    say(
      locale,
      ` ${isSingular(passing, 'fr') ? 'respecte' : 'respectent'} ${n === 1 ? 'l’exigence obligatoire' : `les ${many} exigences obligatoires`}`,
      ` ${passing === 1 ? 'attains' : 'attain'} ${n === 1 ? 'the one mandatory requirement' : `all ${many} mandatory requirements`}`
    )
  ];
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

function blockerFact(
  table: LevelTable,
  requirements: readonly Requirement[],
  { perRequirement, lacking, passing }: Consequences,
  nameOf: (code: string) => string,
  locale: Locale
): PanelFact {
  const title = say(locale, 'Premier blocage', 'First blocker');
  const [first] = firstBlockers(perRequirement);
  if (!first)
    return {
      id: 'blocker',
      title,
      strong: say(locale, 'Aucune exigence ne bloque seule', 'No requirement blocks alone'),
      rest: say(
        locale,
        ' : à chaque produit écarté, il en manque deux ou plus',
        ': every product kept out lacks two or more'
      )
    };
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
    more > 0 ? say(locale, ` et ${integer(more, 'fr')} autres`, ` and ${integer(more, 'en')} more`) : '';
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

/** What stands beside the list: counts as bars, then facts in words. */
export function calibrationPanel(
  table: LevelTable,
  requirements: readonly Requirement[],
  found: Consequences,
  nameOf: (code: string) => string,
  locale: Locale
): CalibrationPanel {
  const s = (fr: string, en: string) => say(locale, fr, en);
  const N = found.applicable;
  const noCorridor = s('sans couloir', 'no corridor');
  return {
    passing: found.passing,
    words: wordsOf(found, locale),
    of: s(
      `sur ${counted(N, ['produit', 'produits'], 'fr')} de ${counted(found.vendors.applicable, ['éditeur', 'éditeurs'], 'fr')}`,
      `of ${counted(N, ['product', 'products'], 'en')} of ${counted(found.vendors.applicable, ['vendor', 'vendors'], 'en')}`
    ),
    lacking: cumulative(found.lacking, N, [
      s('aucune', 'none'),
      s('une au plus', 'one at most'),
      s('deux au plus', 'two at most'),
      s('trois au plus', 'three at most')
    ]),
    within: cumulative(found.within, N, [
      s('aucun', 'none'),
      s('à un niveau près', 'within one level'),
      s('à deux niveaux', 'within two levels'),
      s('à trois niveaux', 'within three levels')
    ]),
    themes: found.themes.map(({ theme, passing, applicable }) =>
      whole(shortTheme(theme, locale), passing, applicable)
    ),
    corridors: byShare(
      found.corridors.map(({ corridor, passing, applicable, vendors }) =>
        whole(
          corridor || noCorridor,
          passing,
          applicable,
          applicable === 0 ? '' : fewVendors(vendors, locale)
        )
      )
    ),
    sizes: found.vendorSizes.map(({ sizeClass, passing, applicable }) =>
      whole(sizeName(sizeClass, locale), passing, applicable)
    ),
    facts: [
      firmnessFact(table, requirements, found, locale),
      effortFact(found, locale),
      blockerFact(table, requirements, found, nameOf, locale),
      addableFact(found, nameOf, locale)
    ]
  };
}
