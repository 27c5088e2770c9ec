import { bandName } from '#lib/i18n/bands.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { NextBand } from '#lib/maturity/next-band.ts';
import { oneLevelShort } from './figures/product-gaps.ts';
import type { AnswerGroups } from './product-answers.ts';
import type { ProductData } from './product-data.ts';

function ofCriteria(applicable: number, locale: Locale): string {
  return applicable === 1
    ? say(locale, 'son unique critère applicable', 'the only criterion that applies to it')
    : say(
        locale,
        `ses ${integer(applicable, locale)} critères`,
        `its ${integer(applicable, locale)} criteria`
      );
}

function declaration({ product }: ProductData, locale: Locale): string {
  const { product: name, attained, applicable } = product;
  const criteria = ofCriteria(applicable, locale);
  if (attained === 0)
    return applicable === 1
      ? say(
          locale,
          `${name} déclare ne pas atteindre ${criteria}`,
          `${name} declares that it does not attain ${criteria}`
        )
      : say(
          locale,
          `${name} déclare n'atteindre aucun de ${criteria}`,
          `${name} declares that it attains none of ${criteria}`
        );
  if (attained === applicable)
    return applicable === 1
      ? say(locale, `${name} déclare atteindre ${criteria}`, `${name} declares that it attains ${criteria}`)
      : say(
          locale,
          `${name} déclare atteindre tous ${criteria}`,
          `${name} declares that it attains all of ${criteria}`
        );
  return say(
    locale,
    `${name} déclare atteindre ${integer(attained, locale)} de ${criteria}`,
    `${name} declares that it attains ${integer(attained, locale)} of ${criteria}`
  );
}

/** « à 80 % et plus », « dans la tranche 60 à 80 % ». */
function towards(next: NextBand, locale: Locale): string {
  const name = bandName(next, locale);
  return next.to === 100
    ? say(locale, `à ${name}`, `to ${name}`)
    : say(locale, `dans la tranche ${name}`, `into the band ${name}`);
}

/** What the product declares, and how far it is from the next band. */
export function productHeadline(data: ProductData, next: NextBand | undefined, locale: Locale): string {
  const { product } = data;
  if (product.applicable === 0)
    return say(
      locale,
      `Aucun critère ne s'applique à ${product.product}`,
      `No criterion applies to ${product.product}`
    );
  const declared = declaration(data, locale);
  if (!next) return declared;
  const n = integer(next.missing, locale);
  return (
    declared +
    say(
      locale,
      ` ; il lui en manque ${n} pour passer ${towards(next, locale)}`,
      `; ${n} more would take it ${towards(next, locale)}`
    )
  );
}

function who({ product }: ProductData, locale: Locale): string {
  const corridor =
    product.corridor === ''
      ? say(locale, 'sans couloir', 'without corridor')
      : say(locale, `couloir ${product.corridor}`, `${product.corridor} corridor`);
  return say(
    locale,
    `Produit de ${product.vendor}, ${corridor}. `,
    `A product of ${product.vendor}, ${corridor}. `
  );
}

/** Whose it is, and what its gaps are; sentences in pieces, every second one stressed. */
export function productLede(data: ProductData, groups: AnswerGroups, locale: Locale): string[] {
  const { below, unanswered } = groups;
  const one = oneLevelShort(groups);
  const [n, u] = [below.length, unanswered.length];
  const isAre = (count: number) => (isSingular(count, 'fr') ? 'est' : 'sont');
  const short =
    n === 0
      ? ''
      : say(
          locale,
          `${count(n, 'criterion', 'fr')} ${isAre(n)} sous la cible`,
          `${count(n, 'criterion', 'en')} ${n === 1 ? 'is' : 'are'} below target`
        );
  const close =
    one === 0 || n === 0
      ? ''
      : say(locale, `${integer(one, locale)} à un niveau près`, `${integer(one, locale)} by one level`);
  const silent =
    u === 0
      ? ''
      : n === 0
        ? say(
            locale,
            `${count(u, 'criterion', 'fr')} ${isAre(u)} ${isSingular(u, 'fr') ? 'resté' : 'restés'} sans réponse`,
            `${count(u, 'criterion', 'en')} ${u === 1 ? 'was' : 'were'} left unanswered`
          )
        : say(
            locale,
            `${integer(u, locale)} ${isAre(u)} ${isSingular(u, 'fr') ? 'resté' : 'restés'} sans réponse`,
            `${integer(u, locale)} ${u === 1 ? 'was' : 'were'} left unanswered`
          );
  const first = who(data, locale);
  if (n === 0 && u === 0) return [first.trimEnd()];
  const end = n === 0 ? `${silent}.` : u === 0 ? '.' : say(locale, `, et ${silent}.`, `, and ${silent}.`);
  if (close === '') return [`${first}${short}${end}`];
  return [`${first}${short}${say(locale, ', dont ', ', ')}`, close, end];
}
