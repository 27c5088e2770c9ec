import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { MethodNote } from './dossier.ts';

export function note(title: string, ...paragraphs: string[]): MethodNote {
  return { title, paragraphs };
}

/** What every figure rests on, for those who must defend it. */
export function methodNotes(locale: Locale): MethodNote[] {
  const s = (fr: string, en: string) => say(locale, fr, en);
  return [
    note(
      s('Atteint', 'Attained'),
      s(
        'Un critère est atteint si le niveau déclaré est au moins égal à sa cible. Une absence de réponse n’est pas une atteinte ; elle reste au dénominateur.',
        'A criterion is attained where the declared level is at its target or above. No answer is no attainment; it stays in the denominator.'
      )
    ),
    note(
      'N',
      s(
        'Tout critère commun s’applique à tout produit ; un critère conditionnel s’applique sauf réponse « non applicable » ou cellule vide. Un produit auquel rien ne s’applique n’a pas de taux et n’est dans aucune tranche.',
        'Every common criterion applies to every product; a conditional one does unless it is answered “not applicable” or left blank. A product to which nothing applies has no rate and is in no band.'
      )
    ),
    note(
      s('Taux d’un produit, tranches', 'Rate of a product, bands'),
      s(
        'Critères atteints ÷ critères applicables au produit. L’appartenance à une tranche se décide en nombres entiers, bord inférieur compris, supérieur exclu.',
        'Criteria attained ÷ criteria that apply to the product. Bands are decided in whole numbers, lower edge in, upper edge out.'
      )
    ),
    note(
      s('Intervalle', 'Interval'),
      s(
        'Intervalle de Wilson à 95 % (z = 1,959964). Il dit l’incertitude due au petit nombre de produits, non celle des déclarations.',
        'Wilson 95% interval (z = 1.959964). It tells the uncertainty due to the small number of products, not that of declarations.'
      )
    ),
    note(
      s('Thèmes et couloirs', 'Themes and corridors'),
      s(
        'Taux groupés : toutes les réponses à la cible sur toutes les réponses applicables, et non la moyenne des taux.',
        'Pooled rates: all answers at target of all applicable answers, and not the mean of rates.'
      )
    ),
    note(
      s('Déclaratif', 'Declared'),
      s(
        'Les réponses sont celles des éditeurs ; personne ne les a vérifiées.',
        'Answers are those of the vendors; nobody has verified them.'
      )
    )
  ];
}
