import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { defaultLimits } from '#lib/maturity/eligibility.ts';
import { block, fraction, name, number, row, sign, word } from './formula.ts';
import type { MethodSection } from './method.ts';

function consultation(locale: Locale): MethodSection {
  return {
    id: 'consultation',
    title: say(locale, 'La consultation', 'The consultation'),
    paragraphs: [
      say(
        locale,
        'Un avis est une organisation, une exigence et une position : une organisation compte une fois par exigence et par position, quel que soit le nombre de ses textes. Qui prend deux positions sur une même exigence compte dans chacune.',
        'An opinion is an organisation, a requirement and a stance: an organisation counts once a requirement and stance, however many texts it sent. Who takes two stances on one requirement counts in each.'
      ),
      say(
        locale,
        'Deux commentaires sont des copies quand, sur la même exigence et avec la même position, leurs textes sont égaux sans tenir compte de la casse, des accents, des espaces répétées ou insécables, des variantes de guillemets et de tirets ni de la ponctuation finale. Un texte seulement proche reste à part : deux positions ne sont pas réunies sur une ressemblance.',
        'Two comments are copies if, on the same requirement and with the same stance, their texts are equal regardless of case, accents, repeated or no-break spaces, variants of quotes and dashes and final punctuation. A text that is merely alike stays apart: opinions are not gathered on a likeness.'
      ),
      say(
        locale,
        'Une exigence est rattachée à un critère par le fichier ou, à défaut, par un scénario de la campagne ; son atteinte est celle de la page Critères, au niveau que ce scénario demande, sinon à la cible, sur toute la campagne. Sans critère connu, elle est montrée sans atteinte.',
        'A requirement belongs to a criterion by the file or else by a scenario of the campaign; its attainment is that of the Criteria page, at the level that the scenario asks, else at the target, over the whole campaign. Without a known criterion it is shown without attainment.'
      )
    ]
  };
}

function audits(locale: Locale): MethodSection {
  const { high, medium } = defaultLimits;
  return {
    id: 'audits',
    title: say(locale, 'Déclaré et constaté', 'Declared and found'),
    paragraphs: [
      say(
        locale,
        "Il y a écart quand un critère est déclaré à la cible alors qu'un contrôle qui s'y rapporte est non conforme. On le rapporte aux critères déclarés à la cible dont un de ces contrôles au moins a été testé ; un contrôle non testé ou non applicable ne dit rien. Un écart n'est pas une faute : la déclaration a pu être juste au jour où elle fut faite. Les produits audités ne sont pas un échantillon au hasard, et les intervalles ne corrigent pas cela.",
        'There is a gap where a criterion is declared at target while a control mapped to it is nonconforming. It is counted out of the criteria declared at target with at least one of these controls tested; a control that is not tested or not applicable says nothing. A gap is no fault: the declaration may have been right on the day it was made. Audited products are no random sample, and intervals do not put that right.'
      ),
      say(
        locale,
        "Une preuve a moins d'un an si la fiche est déposée avant son anniversaire, de date à date ; celle du 29 février l'atteint le 28 février suivant. Une preuve sans date n'est pas réputée récente. La qualification PASSI vaut jusqu'à son dernier jour inclus, au jour du dépôt.",
        'Evidence is less than one year old if the form is filed before its anniversary, from date to date; that of 29 February is a year old on 28 February. Evidence without a date does not pass for recent. The PASSI qualification holds up to its last day, on the day of filing.'
      ),
      say(
        locale,
        `Éligible : au plus ${high} contrôle non conforme de gravité haute et ${medium} de gravité moyenne, réglages modifiables sur la page. En vigueur est la fiche déposée en dernier, puis importée en dernier.`,
        `Eligible: at most ${high} nonconforming controls of high severity and ${medium} of medium severity, settings that can be changed on the page. In force is the form filed last, then imported last.`
      ),
      say(
        locale,
        "« Si l’écart constaté valait pour tous » : de P produits qui passent un scénario selon leurs déclarations, n ont été audités sur une de ses exigences et g ont alors un écart. Ce qui est constaté reste acquis ; l'intervalle de Wilson de g sur n est reporté sur les P − n autres. C'est une hypothèse, non une estimation.",
        '“If the gap found held for all”: of P products that pass a scenario as declared, n were audited on one of its requirements and g of these have a gap. What was found stands; the Wilson interval of g of n is carried over to the P − n others. It is a hypothesis, no estimate.'
      )
    ],
    formulas: [
      block(
        word(say(locale, 'part des écarts', 'share of gaps')),
        sign('='),
        fraction(
          word(say(locale, 'à la cible, contrôle non conforme', 'at target, control nonconforming')),
          word(say(locale, 'à la cible, contrôle testé', 'at target, control tested'))
        )
      ),
      block(
        word(say(locale, 'passent', 'pass')),
        sign('='),
        name('n'),
        sign('−'),
        name('g'),
        sign('+'),
        row(sign('('), name('P'), sign('−'), name('n'), sign(')')),
        row(sign('('), number('1'), sign('−'), word(say(locale, 'borne', 'end')), sign(')'))
      )
    ]
  };
}

/** What stakeholders and auditors say, and how it is counted. */
export function dialogue(locale: Locale): MethodSection[] {
  return [consultation(locale), audits(locale)];
}
