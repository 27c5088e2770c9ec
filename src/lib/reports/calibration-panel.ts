import { shortTheme } from '#lib/i18n/calibration.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, isSingular, say } from '#lib/i18n/wording.ts';
import type { Consequences } from '#lib/maturity/consequences.ts';
import { fewestVendors } from '#lib/maturity/passing-groups.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import { sizeClasses } from '#lib/maturity/vendor-size.ts';
import { calibrationFacts, type PanelFact } from './calibration-facts.ts';
import type { Evidence } from './evidence.ts';

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

export interface CalibrationPanel {
  /** What to do where nothing is mandatory, so that nothing follows yet; else empty. */
  hint: string;
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

function hint(locale: Locale): string {
  return say(
    locale,
    'Rendez une exigence obligatoire : combien de produits passent, par couloir et par taille d’éditeur, et ce qui bloque se lisent ici.',
    'Make a requirement mandatory: how many products pass, by corridor and size of vendor, and what blocks are read here.'
  );
}

/** What stands beside the list: counts as bars, then facts in words. */
export function calibrationPanel(
  evidence: Evidence,
  requirements: readonly Requirement[],
  found: Consequences,
  nameOf: (code: string) => string,
  locale: Locale
): CalibrationPanel {
  const s = (fr: string, en: string) => say(locale, fr, en);
  const N = found.applicable;
  const noCorridor = s('sans couloir', 'no corridor');
  return {
    hint: found.perRequirement.length === 0 ? hint(locale) : '',
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
    facts: calibrationFacts(evidence, requirements, found, nameOf, locale)
  };
}
