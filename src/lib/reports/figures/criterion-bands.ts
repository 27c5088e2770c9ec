import { bandName } from '#lib/i18n/bands.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { CriterionData } from '../criterion-data.ts';
import type { Figure } from '../figure.ts';

function title({ ifAttained }: CriterionData, locale: Locale): string {
  const { gaining, rising, before } = ifAttained;
  if (gaining === 0)
    return say(
      locale,
      'Atteint partout où il s’applique : rien ne changerait',
      'Attained wherever it applies: nothing would change'
    );
  const of = say(
    locale,
    `des ${integer(gaining, locale)} produits qui le gagneraient`,
    `of the ${integer(gaining, locale)} products that would gain it`
  );
  const one = say(locale, 'le seul produit qui le gagnerait', 'the only product that would gain it');
  const top = before.bands.length > 1;
  if (rising === 0 || !top)
    return gaining === 1
      ? say(
          locale,
          `Atteint partout, il laisserait dans sa tranche ${one}`,
          `Attained everywhere, it would leave ${one} in its band`
        )
      : say(
          locale,
          `Atteint partout, il ne ferait changer de tranche aucun ${of}`,
          `Attained everywhere, it would move none ${of} to another band`
        );
  if (gaining === 1)
    return say(
      locale,
      `Atteint partout, il ferait changer de tranche ${one}`,
      `Attained everywhere, it would move ${one} to another band`
    );
  return say(
    locale,
    `Atteint partout, il ferait passer ${count(rising, 'product', 'fr')} dans une tranche plus haute, sur ${integer(gaining, locale)} qui le gagneraient`,
    `Attained everywhere, it would lift ${count(rising, 'product', 'en')} into a higher band, ${of}`
  );
}

/** The bands as they are, and if every product to which the criterion applies attained it. */
export function criterionBandsFigure(data: CriterionData, locale: Locale): Figure {
  const { before, after } = data.ifAttained;
  const [now, then] = [
    say(locale, 'aujourd’hui', 'today'),
    say(locale, 'si atteint partout', 'if attained everywhere')
  ];
  const change = after.rated - before.rated;
  return {
    id: 'bands',
    title: title(data, locale),
    subline: say(
      locale,
      'Part des produits par tranche : cercle vide aujourd’hui, plein si tous ceux à qui le critère s’applique l’atteignaient',
      'Share of products by band: hollow circle today, filled if all those to which the criterion applies attained it'
    ),
    caption:
      say(
        locale,
        `N = ${count(before.rated, 'product', 'fr')}. Tranches sur tout le questionnaire, décidées en nombres entiers ; les autres réponses restent ce qu'elles sont.`,
        `N = ${count(before.rated, 'product', 'en')}. Bands over the whole questionnaire, decided in whole numbers; all other answers stay as they are.`
      ) +
      (change === 0
        ? ''
        : say(
            locale,
            ` ${count(change, 'product', 'fr')} de plus ${isSingular(change, 'fr') ? 'aurait' : 'auraient'} un taux.`,
            ` ${count(change, 'product', 'en')} more would have a rate.`
          )),
    drawing:
      before.rated === 0
        ? undefined
        : {
            chart: 'bandChange',
            rows: {
              names: { before: now, after: then },
              bands: before.bands.map(({ from, to, products }, i) => ({
                from,
                to,
                before: { products, rated: before.rated },
                after: { products: after.bands[i]?.products ?? 0, rated: after.rated }
              }))
            }
          },
    table: {
      columns: [
        { label: say(locale, 'Tranche', 'Band'), kind: 'text' },
        { label: say(locale, 'Produits aujourd’hui', 'Products today'), kind: 'count' },
        { label: say(locale, 'Si atteint partout', 'If attained everywhere'), kind: 'count' },
        { label: say(locale, 'Écart', 'Difference'), kind: 'change' }
      ],
      rows: before.bands.map((band, i) => {
        const later = after.bands[i]?.products ?? 0;
        return [bandName(band, locale), band.products, later, later - band.products];
      })
    }
  };
}
