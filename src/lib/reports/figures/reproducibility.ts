import { decimal, integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { usualReproducibility } from '#lib/maturity/scalogram.ts';
import type { AnalysisData } from '../analysis-data.ts';
import type { Figure } from '../figure.ts';

/** A coefficient under the usual one that would be printed as it is written lower: 0,899 is not 0,90. */
export function coefficientWords(value: number, locale: Locale): string {
  const isUnder = value < usualReproducibility && value >= usualReproducibility - 0.005;
  return decimal(isUnder ? Math.floor(value * 1000) / 1000 : value, locale, isUnder ? 3 : 2);
}

/** Whether the ladder is one by what is usually asked. */
export function isScale({ analysis }: AnalysisData): boolean {
  return (analysis.reproducibility.coefficient ?? 0) >= usualReproducibility;
}

function title(data: AnalysisData, locale: Locale): string {
  const { coefficient, minimal } = data.analysis.reproducibility;
  if (coefficient === null || minimal === null)
    return say(locale, 'Reproductibilité : aucune réponse à compter', 'Reproducibility: no answer to count');
  const [found, least, usual] = [coefficient, minimal, usualReproducibility].map((value) =>
    coefficientWords(value, locale)
  );
  if (minimal >= usualReproducibility)
    return say(
      locale,
      `Reproductibilité de ${found}, mais les parts seules donnent déjà ${least}`,
      `Reproducibility of ${found}, but the shares alone already give ${least}`
    );
  return isScale(data)
    ? say(
        locale,
        `Reproductibilité de ${found}, au niveau d'usage de ${usual} ; les parts seules en donnent ${least}`,
        `Reproducibility of ${found}, at the usual level of ${usual}; the shares alone give ${least}`
      )
    : say(
        locale,
        `Reproductibilité de ${found}, sous le niveau d'usage de ${usual} ; les parts seules en donnent ${least}`,
        `Reproducibility of ${found}, below the usual level of ${usual}; the shares alone give ${least}`
      );
}

function rowsOf({ analysis }: AnalysisData, locale: Locale): [label: string, value: number | null][] {
  const { coefficient, minimal } = analysis.reproducibility;
  return [
    [say(locale, 'Reproductibilité observée', 'Reproducibility found'), coefficient],
    [
      say(locale, 'Minimale : ce que donnent les parts seules', 'Minimal: what the shares alone give'),
      minimal
    ]
  ];
}

function drawingOf(rows: ReturnType<typeof rowsOf>, locale: Locale): Figure['drawing'] {
  return {
    chart: 'rankedValues',
    rows: {
      rows: rows.flatMap(([label, value]) =>
        value === null
          ? []
          : [
              {
                code: '',
                label,
                value,
                figure: coefficientWords(value, locale),
                title: `${label}${say(locale, ' : ', ': ')}${coefficientWords(value, locale)}`
              }
            ]
      ),
      from: 0.5,
      to: 1,
      ticks: [0.5, 0.6, 0.7, 0.8, 1].map((value) => ({ value, text: decimal(value, locale) })),
      references: [
        {
          value: usualReproducibility,
          text: `${say(locale, 'usage : ', 'usual: ')}${coefficientWords(usualReproducibility, locale)}`
        }
      ],
      head: ''
    }
  };
}

/** Guttman's coefficient beside what is usually asked of it and what it could not be under. */
export function reproducibilityFigure(data: AnalysisData, locale: Locale): Figure {
  const { answers, errors } = data.analysis.reproducibility;
  const rows = rowsOf(data, locale);
  return {
    id: 'reproducibility',
    title: title(data, locale),
    subline: say(
      locale,
      '1 − réponses inattendues ÷ réponses applicables (Guttman, compte de Goodenough et Edwards)',
      '1 − unexpected answers ÷ applicable answers (Guttman, as Goodenough and Edwards count)'
    ),
    meaning: say(
      locale,
      'À partir du seul nombre de critères atteints par un produit, on devinerait cette part de ses réponses ; la minimale est ce que l’on devinerait en répondant toujours comme la majorité, et seul l’écart entre les deux parle pour une échelle.',
      'From nothing but the number of criteria that a product attains, one would guess this share of its answers; the minimal one is what one would guess by always answering as most do, and only the distance between the two speaks for a scale.'
    ),
    caption: say(
      locale,
      `N = ${integer(answers, 'fr')} réponses applicables, dont ${integer(errors, 'fr')} inattendues.`,
      `N = ${integer(answers, 'en')} applicable answers, ${integer(errors, 'en')} of them unexpected.`
    ),
    drawing: answers === 0 ? undefined : drawingOf(rows, locale),
    table: {
      columns: [
        { label: say(locale, 'Coefficient', 'Coefficient'), kind: 'text' },
        { label: say(locale, 'Valeur', 'Value'), kind: 'coefficient' },
        { label: say(locale, 'Réponses applicables', 'Applicable answers'), kind: 'count' },
        { label: say(locale, 'Inattendues', 'Unexpected'), kind: 'count' }
      ],
      rows: [
        ...rows.map(([label, value], i) => [label, value, answers, i === 0 ? errors : null]),
        [say(locale, 'Niveau d’usage', 'Usual level'), usualReproducibility, null, null]
      ]
    }
  };
}
