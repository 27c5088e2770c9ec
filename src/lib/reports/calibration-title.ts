import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, isSingular, quoted, say } from '#lib/i18n/wording.ts';
import type { Consequences } from '#lib/maturity/consequences.ts';
import type { RequirementFigures } from '#lib/maturity/per-requirement.ts';

type Counts = Pick<Consequences, 'applicable' | 'passing' | 'perRequirement'>;

/** The requirements that alone keep out the most products; none where no requirement does. */
export function firstBlockers(perRequirement: readonly RequirementFigures[]): RequirementFigures[] {
  const most = Math.max(0, ...perRequirement.map(({ blocksAlone }) => blocksAlone));
  return most === 0 ? [] : perRequirement.filter(({ blocksAlone }) => blocksAlone === most);
}

function requirements(n: number, locale: Locale): string {
  if (locale === 'en')
    return n === 1 ? 'the one mandatory requirement' : `all ${integer(n, 'en')} mandatory requirements`;
  return n === 1 ? 'l’exigence obligatoire' : `les ${integer(n, 'fr')} exigences obligatoires`;
}

function passingClause({ applicable, passing, perRequirement }: Counts, locale: Locale): string {
  const set = requirements(perRequirement.length, locale);
  const N = integer(applicable, locale);
  if (passing === 0)
    return say(
      locale,
      `Aucun produit sur ${N} ne déclare respecter ${set}`,
      `None of ${counted(applicable, ['product', 'products'], 'en')} declares that it attains ${set}`
    );
  if (passing === applicable)
    return say(
      locale,
      applicable === 1
        ? `Le seul produit concerné déclare respecter ${set}`
        : `Les ${N} produits déclarent tous respecter ${set}`,
      applicable === 1
        ? `The one product concerned declares that it attains ${set}`
        : `All ${N} products declare that they attain ${set}`
    );
  return say(
    locale,
    `${counted(passing, ['produit', 'produits'], 'fr')} sur ${N} ${isSingular(passing, 'fr') ? 'déclare' : 'déclarent'} respecter ${set}`,
    `${integer(passing, 'en')} of ${N} products ${passing === 1 ? 'declares' : 'declare'} that ${passing === 1 ? 'it attains' : 'they attain'} ${set}`
  );
}

/** Names are quoted: a title can't know their gender. */
function blockerClause(
  blockers: RequirementFigures[],
  nameOf: (code: string) => string,
  locale: Locale
): string {
  const [first] = blockers;
  if (!first) return '';
  const n = integer(first.blocksAlone, locale);
  if (blockers.length > 1)
    return say(
      locale,
      ` ; ${integer(blockers.length, 'fr')} exigences en écartent chacune ${n} à elles seules`,
      `; ${integer(blockers.length, 'en')} requirements each keep out ${n} by themselves`
    );
  const name = quoted(nameOf(first.criterion), locale);
  return say(locale, ` ; ${name} en écarte ${n} à elle seule`, `; ${name} alone keeps out ${n}`);
}

/** The finding of the page, which holds for none, one and all. */
export function calibrationTitle(
  counts: Counts,
  products: number,
  nameOf: (code: string) => string,
  locale: Locale
): string {
  if (products === 0) return say(locale, 'Aucun produit pour ce filtre', 'No product matches this filter');
  if (counts.perRequirement.length === 0)
    return say(
      locale,
      'Aucune exigence n’est obligatoire : rien n’écarte encore de produit',
      'No requirement is mandatory: nothing keeps a product out yet'
    );
  if (counts.applicable === 0)
    return say(
      locale,
      'Aucune exigence obligatoire ne s’applique aux produits affichés',
      'No mandatory requirement applies to the products in view'
    );
  return passingClause(counts, locale) + blockerClause(firstBlockers(counts.perRequirement), nameOf, locale);
}
