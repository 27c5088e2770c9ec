import { dateTime, integer, longDate } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, say } from '#lib/i18n/wording.ts';
import type { ProductResponse } from '#lib/server/product-history.ts';
import type { Figure } from '../figure.ts';

function standing({ inForce, undone }: ProductResponse, locale: Locale): string {
  if (inForce) return say(locale, 'en vigueur', 'in force');
  return undone ? say(locale, 'import annulé', 'import undone') : say(locale, 'remplacée', 'replaced');
}

function title(history: ProductResponse[], locale: Locale): string {
  const n = history.length;
  const campaigns = new Set(history.filter(({ inForce }) => inForce).map(({ campaign }) => campaign)).size;
  const responses = counted(n, locale === 'fr' ? ['réponse', 'réponses'] : ['response', 'responses'], locale);
  if (campaigns === 0)
    return say(locale, `${responses}, aucune en vigueur`, `${responses}, none of them in force`);
  const where = say(
    locale,
    campaigns === 1 ? 'une campagne' : `${integer(campaigns, locale)} campagnes`,
    campaigns === 1 ? 'one campaign' : `${integer(campaigns, locale)} campaigns`
  );
  return say(
    locale,
    `${responses} de ce produit, en vigueur dans ${where}`,
    `${responses} of this product, in force in ${where}`
  );
}

function dated(submittedAt: string | null, locale: Locale): string {
  return submittedAt === null ? say(locale, 'sans date', 'undated') : longDate(submittedAt, locale);
}

/** Every response of the product: when, in which campaign, whether it counts, and what it counts. */
export function productHistoryFigure(history: ProductResponse[], locale: Locale): Figure {
  return {
    id: 'history',
    title: title(history, locale),
    subline: say(
      locale,
      'De la plus récente à la plus ancienne ; dans chaque campagne une seule réponse compte, celle de la date la plus récente',
      'Latest first; in each campaign one response counts, that of the latest date'
    ),
    caption: say(
      locale,
      'Comptées sur tout le questionnaire de leur campagne, à ses cibles, quels que soient les filtres ; sans réponse : compté comme non atteint. Changées : critères comptés autrement que dans la réponse d’avant de la même campagne.',
      'Counted over the whole questionnaire of their campaign, at its targets, whatever the filters; no answer: counted as not attained. Changed: criteria that count otherwise than in the response before it in the same campaign.'
    ),
    table: {
      columns: [
        { label: say(locale, 'Campagne', 'Campaign'), kind: 'text' },
        { label: say(locale, 'Date déclarée', 'Declared date'), kind: 'text' },
        { label: say(locale, 'Importée le', 'Imported on'), kind: 'text' },
        { label: say(locale, 'Import', 'Import'), kind: 'text' },
        { label: say(locale, 'État', 'State'), kind: 'text' },
        { label: say(locale, 'Couloir', 'Corridor'), kind: 'text' },
        { label: say(locale, 'Changées', 'Changed'), kind: 'count' },
        { label: say(locale, 'À la cible', 'At target'), kind: 'count' },
        { label: say(locale, 'Applicables', 'Applicable'), kind: 'count' },
        { label: say(locale, 'Sans réponse', 'No answer'), kind: 'count' },
        { label: say(locale, 'Atteinte', 'Attainment'), kind: 'share' }
      ],
      rows: history.map((one) => [
        one.campaignName,
        dated(one.submittedAt, locale),
        dateTime(one.importedAt, locale),
        say(locale, `n° ${one.importId}`, `no. ${one.importId}`),
        standing(one, locale),
        one.corridor || say(locale, 'sans couloir', 'without corridor'),
        one.changed,
        one.attained,
        one.applicable,
        one.unanswered,
        one.applicable === 0 ? null : one.attained / one.applicable
      ])
    }
  };
}
