import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import type { MethodNote } from './dossier.ts';
import { note } from './method.ts';

/** By what a public file is protected, as it prints it. */
export interface DisclosureRules {
  thresholds: Thresholds;
  /** The legal ground, in words. */
  ground: string;
}

type Say = (fr: string, en: string) => string;

function maskedNote({ products, vendors, productsLeft, vendorsLeft }: Thresholds, s: Say): MethodNote {
  return note(
    s('Case masquée', 'Masked cell'),
    s(
      `Une case est masquée si elle porte sur moins de ${products} produits ou de ${vendors} éditeurs. Au-dessous de la campagne entière, elle l'est aussi si, un éditeur mis à part, quel qu'il soit, il reste moins de ${productsLeft} produits ou de ${vendorsLeft} éditeurs, ou si aucun des produits restants n'atteint la cible ; pour les tranches, si tous les restants sont dans une même tranche, qui n'est pas la plus haute.`,
      `A cell is masked where it rests on fewer than ${products} products or ${vendors} vendors. Below the whole campaign, it is masked too where, any one vendor set aside, fewer than ${productsLeft} products or ${vendorsLeft} vendors are left, or none of the products left attains the target; for bands, where all those left are in one band that is not the highest.`
    ),
    s(
      "D'autres cases sont masquées avec elle : ce qui s'en déduit par les totaux, par une autre vue ou par une publication antérieure laisse au moins 3 nombres possibles, et aucun éditeur, ses propres réponses mises à part, ne peut prouver qu'aucun autre n'atteint la cible, sauf si le total de la campagne suffit à le dire.",
      "Other cells are masked with it: what can be deduced of it from totals, from another view or from an earlier publication leaves at least 3 numbers possible, and no vendor, its own answers set aside, can prove that no other attains the target, unless the campaign's total tells it by itself."
    )
  );
}

function publicationNote({ products, vendors, medianFrom }: Thresholds, s: Say): MethodNote {
  return note(
    s('Ce qui est publié', 'What is published'),
    s(
      `Pour la campagne entière, un nombre de 0, 1 ou 2 produits à la cible est écrit « moins de\u00a03 ». La médiane n'est donnée qu'à partir de ${medianFrom} produits. Aucun nom, aucun produit isolé, aucun minimum, maximum ni quartile ; un pourcentage, jamais sans ses nombres.`,
      `For the campaign as a whole, 0, 1 or 2 products at target are printed as “fewer than 3”. The median is given from ${medianFrom} products on. No name, no single product, no minimum, maximum or quartile; no percentage without its counts.`
    ),
    s(
      `Une campagne n'est publiée de nouveau que si rien n'y a changé, ou au moins ${products} produits d'au moins ${vendors} éditeurs : sinon la différence serait leurs réponses.`,
      `A campaign is published again only where nothing in it changed, or at least ${products} products of at least ${vendors} vendors: otherwise the difference would be their answers.`
    )
  );
}

/** The rules by which cells of a public file are masked, all that are in force, and what they are not. */
export function disclosureNotes({ thresholds, ground }: DisclosureRules, locale: Locale): MethodNote[] {
  const s: Say = (fr, en) => say(locale, fr, en);
  return [
    maskedNote(thresholds, s),
    publicationNote(thresholds, s),
    note(
      s('D’où viennent ces règles', 'Where these rules come from'),
      s(
        `Elles sont empruntées à la statistique d’entreprise. Ce n’est pas le « secret statistique » au sens de la loi, qui couvre les enquêtes obligatoires, ce que ce questionnaire n’est pas. Fondement : ${ground}.`,
        `They are borrowed from business statistics. This is not statistical confidentiality in the sense of the law, which covers statutory surveys, which this questionnaire is not. Ground: ${ground}.`
      )
    )
  ];
}
