import { integer, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, quoted, say } from '#lib/i18n/wording.ts';
import { stressTest, type Shift, type StressTest } from '#lib/maturity/stress-test.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { criterionLabels } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';

const mostShown = 15;

/** A criterion with what one level less and one level more of its target would do. */
interface Step {
  code: string;
  label: string;
  lowered: Shift | null;
  raised: Shift | null;
}

function moved(shift: Shift | null): number {
  return shift === null ? 0 : shift.rising + shift.falling;
}

/** From the target that moves most products between bands, one way and the other together. */
function steps({ criteria }: StressTest, data: AnalysisData, locale: Locale): Step[] {
  const label = criterionLabels(data.questionnaire, locale);
  return criteria
    .map(({ criterion, lowered, raised }) => {
      const code = data.levels.criteria[criterion]?.code ?? '';
      return { code, label: label(code), lowered, raised };
    })
    .sort((a, b) => moved(b.lowered) + moved(b.raised) - moved(a.lowered) - moved(a.raised));
}

function title([first]: readonly Step[], locale: Locale): string {
  const n = first ? moved(first.lowered) + moved(first.raised) : 0;
  if (!first || n === 0)
    return say(
      locale,
      'Aucune cible déplacée d’un niveau ne change un produit de tranche',
      'No target moved by one level changes a product’s band'
    );
  const name = first.label.length <= 60 ? quoted(first.label, locale) : first.code;
  const up = first.lowered?.rising ?? 0;
  const down = first.raised?.falling ?? 0;
  return say(
    locale,
    `La cible de ${name} pèse le plus : un niveau de moins, ${count(up, 'product', 'fr')} ${isSingular(up, 'fr') ? 'monte' : 'montent'} de tranche ; un de plus, ${integer(down, 'fr')} ${isSingular(down, 'fr') ? 'descend' : 'descendent'}`,
    `The target of ${name} weighs most: one level lower, ${count(up, 'product', 'en')} ${up === 1 ? 'rises' : 'rise'} a band; one higher, ${integer(down, 'en')} ${down === 1 ? 'falls' : 'fall'}`
  );
}

function rowTitle({ code, label, lowered, raised }: Step, locale: Locale): string {
  const up = lowered
    ? say(
        locale,
        `cible ${lowered.level} : ${count(lowered.rising, 'product', 'fr')} plus haut`,
        `target ${lowered.level}: ${count(lowered.rising, 'product', 'en')} higher`
      )
    : say(locale, 'déjà au plus bas', 'lowest already');
  const down = raised
    ? say(
        locale,
        `cible ${raised.level} : ${count(raised.falling, 'product', 'fr')} plus bas`,
        `target ${raised.level}: ${count(raised.falling, 'product', 'en')} lower`
      )
    : say(locale, 'déjà au plus haut', 'highest already');
  return say(locale, `${code} ${label} : ${up} ; ${down}`, `${code} ${label}: ${up}; ${down}`);
}

function figureText({ lowered, raised }: Step, locale: Locale): string {
  const up = lowered ? signed(lowered.rising, locale, 0) : '·';
  const down = raised ? signed(-raised.falling, locale, 0) : '·';
  return `${down} / ${up}`;
}

function drawingOf(shown: readonly Step[], locale: Locale): Figure['drawing'] {
  if (shown.length === 0) return undefined;
  const ends = shown.flatMap(({ lowered, raised }) => [lowered?.rising ?? 0, raised?.falling ?? 0]);
  const end = Math.max(1, ...ends);
  return {
    chart: 'rankedValues',
    rows: {
      rows: shown.map((step) => ({
        code: step.code,
        label: step.label,
        value: step.lowered?.rising ?? 0,
        opposite: -(step.raised?.falling ?? 0),
        figure: figureText(step, locale),
        title: rowTitle(step, locale)
      })),
      from: -end,
      to: end,
      ticks: [-end, 0, end].map((value) => ({ value, text: integer(Math.abs(value), locale) })),
      references: [{ value: 0, text: '' }],
      head: say(locale, 'relevée / abaissée', 'raised / lowered'),
      base: 0
    }
  };
}

function captionOf({ applicable, passing }: StressTest, all: readonly Step[], locale: Locale): string {
  const best = all.reduce((most, { lowered }) => Math.max(most, (lowered?.passing ?? passing) - passing), 0);
  const least = all.reduce((most, { raised }) => Math.max(most, passing - (raised?.passing ?? passing)), 0);
  return say(
    locale,
    `Atteinte conjointe de toutes les cibles : ${integer(passing, 'fr')} sur ${integer(applicable, 'fr')} produits ; une seule cible déplacée d'un niveau y ajoute au plus ${integer(best, 'fr')} et en retire au plus ${integer(least, 'fr')}. Sans réponse : comme le réglage le dit pour les tranches, non atteint pour l'atteinte conjointe.`,
    `Joint attainment of all targets: ${integer(passing, 'en')} of ${integer(applicable, 'en')} products; one target moved by one level adds ${integer(best, 'en')} at most and takes ${integer(least, 'en')} at most. No answer: as set for bands, not attained for joint attainment.`
  );
}

function tableOf(all: readonly Step[], { passing }: StressTest, locale: Locale): Figure['table'] {
  const joint = (shift: Shift | null) => (shift?.passing == null ? null : shift.passing - passing);
  return {
    columns: [
      { label: 'Code', kind: 'text' },
      { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
      { label: say(locale, 'Cible abaissée à', 'Target lowered to'), kind: 'count' },
      { label: say(locale, 'Montent de tranche', 'Rise a band'), kind: 'count' },
      { label: say(locale, 'Atteinte conjointe, écart', 'Joint attainment, change'), kind: 'count' },
      { label: say(locale, 'Cible relevée à', 'Target raised to'), kind: 'count' },
      { label: say(locale, 'Descendent de tranche', 'Fall a band'), kind: 'count' },
      { label: say(locale, 'Atteinte conjointe, écart', 'Joint attainment, change'), kind: 'count' }
    ],
    rows: all.map(({ code, label, lowered, raised }) => [
      code,
      label,
      lowered?.level ?? null,
      lowered?.rising ?? null,
      joint(lowered),
      raised?.level ?? null,
      raised?.falling ?? null,
      joint(raised)
    ])
  };
}

/** Each target one level lower and higher: who changes bands, and who attains all. */
export function stressFigure(data: AnalysisData, locale: Locale): Figure {
  const { levels, edges, unanswered } = data;
  const required = levels.criteria.map(({ target }, column) => ({ column, level: target }));
  const found = stressTest(levels, required, edges, unanswered);
  const all = steps(found, data, locale);
  return {
    id: 'stress',
    title: title(all, locale),
    subline: say(
      locale,
      `Produits qui changent de tranche si la cible est déplacée d'un niveau${all.length > mostShown ? ` ; les ${mostShown} plus grands effets` : ''}`,
      `Products that change bands if the target is moved by one level${all.length > mostShown ? `; the ${mostShown} greatest effects` : ''}`
    ),
    meaning: say(
      locale,
      'À droite, en bleu, ceux qui montent si la cible est abaissée ; à gauche, en ocre, ceux qui descendent si elle est relevée. Une longue barre : le résultat tient au choix de cette cible.',
      'To the right, in blue, those that rise if the target is lowered; to the left, in ochre, those that fall if it is raised. A long bar: the result hangs on the choice of this target.'
    ),
    caption: captionOf(found, all, locale),
    drawing: drawingOf(all.slice(0, mostShown), locale),
    table: tableOf(all, found, locale)
  };
}
