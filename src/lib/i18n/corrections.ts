import { integer } from './format.ts';
import type { Locale } from './locale.ts';
import { counted, say } from './wording.ts';

type Said = number | 'unanswered' | 'not_applicable';

export type CorrectionRefusal =
  | 'unknown_product'
  | 'unknown_criterion'
  | 'no_such_level'
  | 'not_applicable_on_common'
  | 'no_change'
  | 'no_reason';

/** « niveau 2 », « non applicable ». */
export function answerWords(said: Said, locale: Locale): string {
  if (typeof said === 'number') return say(locale, `niveau ${said}`, `level ${said}`);
  return said === 'unanswered'
    ? say(locale, 'sans réponse', 'unanswered')
    : say(locale, 'non applicable', 'not applicable');
}

/** « 3 réponses corrigées, 1 contestée », as it stands beside the campaign's figures; empty where there is none. */
export function correctedWords(
  { corrected, contested }: { corrected: number; contested: number },
  locale: Locale
): string {
  const fixed =
    corrected === 0
      ? ''
      : counted(
          corrected,
          locale === 'fr'
            ? ['réponse à un critère corrigée', 'réponses à des critères corrigées']
            : ['answer corrected', 'answers corrected'],
          locale
        );
  if (contested === 0) return fixed;
  if (fixed !== '')
    return say(
      locale,
      `${fixed}, ${counted(contested, ['contestée', 'contestées'], locale)}`,
      `${fixed}, ${integer(contested, locale)} contested`
    );
  return counted(
    contested,
    locale === 'fr'
      ? ['réponse à un critère contestée', 'réponses à des critères contestées']
      : ['answer contested', 'answers contested'],
    locale
  );
}

/** Why a correction was not kept. */
export function refusalWords(refusal: CorrectionRefusal, locale: Locale): string {
  const words: Record<CorrectionRefusal, string> = {
    unknown_product: say(
      locale,
      'Ce produit n’a pas de réponse en vigueur dans la campagne.',
      'This product has no response in force in the campaign.'
    ),
    unknown_criterion: say(
      locale,
      'Le questionnaire n’a pas ce critère.',
      'The questionnaire has no such criterion.'
    ),
    no_such_level: say(locale, 'Ce critère n’a pas ce niveau.', 'This criterion has no such level.'),
    not_applicable_on_common: say(
      locale,
      'Ce critère s’applique à tous les produits : il ne peut pas être dit non applicable.',
      'This criterion applies to every product: it can’t be said not to apply.'
    ),
    no_change: say(
      locale,
      'La réponse vaut déjà cela : il n’y a rien à corriger.',
      'The answer is already so: there is nothing to correct.'
    ),
    no_reason: say(locale, 'Donnez la raison.', 'Give the reason.')
  };
  return words[refusal];
}

/** What stands beside an answer that was corrected or is contested; empty otherwise. */
export function answerRemark(
  { corrected, declared, contested }: { corrected: boolean; declared: Said; contested: boolean },
  locale: Locale
): string {
  const fixed = corrected
    ? [
        say(
          locale,
          `corrigé ; déclaré : ${answerWords(declared, locale)}`,
          `corrected; declared: ${answerWords(declared, locale)}`
        )
      ]
    : [];
  return [...fixed, ...(contested ? [say(locale, 'contesté', 'contested')] : [])].join(', ');
}

/** The words of the part of a product's page where answers are corrected. */
export function correctionWords(locale: Locale) {
  return {
    title: say(locale, 'Corriger ou contester une réponse', 'Correct or contest an answer'),
    rule: say(
      locale,
      'Une correction compte à la place de ce que l’éditeur a déclaré, qui reste visible ; une contestation ne change aucun chiffre. Les deux valent pour cette réponse : une réponse plus récente les remplace.',
      'A correction counts in the place of what the vendor declared, which stays visible; a contest changes no figure. Both belong to this response: a later response replaces them.'
    ),
    criterion: say(locale, 'Critère', 'Criterion'),
    answer: say(locale, 'Réponse', 'Answer'),
    contest: say(locale, 'contester, sans rien changer', 'contest, changing nothing'),
    reason: say(locale, 'Raison', 'Reason'),
    by: say(locale, 'Votre nom', 'Your name'),
    keep: say(locale, 'Enregistrer', 'Keep'),
    date: say(locale, 'Date', 'Date'),
    declared: say(locale, 'Déclaré', 'Declared'),
    counts: say(locale, 'Compté', 'Counted'),
    isContested: say(locale, 'contesté', 'contested'),
    retract: say(locale, 'Retirer', 'Take back'),
    retracted: say(locale, 'retirée', 'taken back'),
    replaced: say(locale, 'réponse remplacée', 'response replaced'),
    kept: say(locale, 'C’est enregistré.', 'Kept.')
  };
}
