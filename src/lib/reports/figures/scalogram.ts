import type { CellLetter } from '#lib/charts/scalogram-cells.ts';
import type { ScalogramRow, ScalogramRows } from '#lib/charts/scalogram.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import { productGroups, type Rung } from '#lib/maturity/scalogram.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { criterionLabels } from '../evolution-data.ts';
import type { Figure } from '../figure.ts';
import { productTitle } from './products.ts';

/** More products than that are no longer told apart. */
const mostColumns = 150;
const groupCount = 60;

type Product = AnalysisData['analysis']['matrix']['products'][number];

function letterOf(cell: string | undefined, isError: boolean): CellLetter {
  if (cell === '1') return isError ? 'A' : 'a';
  if (cell === '0') return isError ? 'M' : 'm';
  if (cell === '?') return isError ? 'U' : 'u';
  return '-';
}

function lettersOf({ analysis }: AnalysisData, { criterion }: Rung): string {
  const { matrix, scalogram, grid } = analysis;
  return scalogram.products
    .map((p) =>
      letterOf(matrix.products[p]?.cells[criterion], scalogram.isError[p * grid.criteria + criterion] === 1)
    )
    .join('');
}

function shareOf({ attained, applicable }: Rung): number | null {
  return applicable === 0 ? null : attained / applicable;
}

function unexpected({ unexpectedAttained: more, unexpectedMissed: less }: Rung, locale: Locale): string {
  return say(
    locale,
    ` ; inattendues : ${integer(more, 'fr')} ${isSingular(more, 'fr') ? 'atteinte' : 'atteintes'}, ${integer(less, 'fr')} ${isSingular(less, 'fr') ? 'manquée' : 'manquées'}`,
    `; unexpected: ${integer(more, 'en')} attained, ${integer(less, 'en')} missed`
  );
}

function rowOf(data: AnalysisData, rung: Rung, locale: Locale): ScalogramRow {
  const { code = '' } = data.analysis.matrix.criteria[rung.criterion] ?? {};
  const label = criterionLabels(data.questionnaire, locale)(code);
  const share = percent(shareOf(rung), locale);
  const counts = say(
    locale,
    `${integer(rung.attained, 'fr')} sur ${integer(rung.applicable, 'fr')}, ${share}`,
    `${integer(rung.attained, 'en')} of ${integer(rung.applicable, 'en')}, ${share}`
  );
  const title = `${code} ${label}${say(locale, ' : ', ': ')}${counts}${unexpected(rung, locale)}`;
  return { code, label, share, title, cells: lettersOf(data, rung) };
}

function productOf({ analysis }: AnalysisData, p: number): Parameters<typeof productTitle>[0] {
  const { matrix, grid } = analysis;
  const { id, product, vendor, corridor } = matrix.products[p] as Product;
  const [applicable, attained] = [grid.applicable[p] ?? 0, grid.attained[p] ?? 0];
  const rate = applicable === 0 ? null : attained / applicable;
  return { id, product, vendor, corridor, applicable, attained, rate, band: null, effort: 0 };
}

function keyText(letter: CellLetter, locale: Locale): string {
  return {
    a: say(locale, 'atteint', 'attained'),
    A: say(locale, 'atteint, inattendu', 'attained, unexpected'),
    m: say(locale, 'non atteint', 'not attained'),
    M: say(locale, 'non atteint, inattendu', 'not attained, unexpected'),
    u: say(locale, 'sans réponse', 'no answer'),
    U: say(locale, 'sans réponse, inattendu', 'no answer, unexpected'),
    '-': say(locale, 'non applicable', 'not applicable')
  }[letter];
}

const letters: readonly CellLetter[] = ['a', 'm', 'A', 'M', 'u', 'U', '-'];

const shareHead = (locale: Locale) => say(locale, 'Part', 'Share');

function wholeDrawing(data: AnalysisData, locale: Locale): ScalogramRows {
  const { scalogram } = data.analysis;
  const rows = scalogram.rungs.map((rung) => rowOf(data, rung, locale));
  const used = new Set(rows.flatMap(({ cells }) => [...cells]));
  return {
    rows,
    columns: scalogram.products.map((p) => {
      const product = productOf(data, p);
      return { rate: product.rate ?? 0, title: productTitle(product, locale) };
    }),
    columnHead: say(
      locale,
      'Produits, du taux le plus élevé au plus bas',
      'Products, from the highest rate to the lowest'
    ),
    shareHead: shareHead(locale),
    key: letters
      .filter((letter) => used.has(letter))
      .map((letter) => ({ letter, text: keyText(letter, locale) }))
  };
}

function groupedDrawing(data: AnalysisData, locale: Locale): ScalogramRows {
  const { scalogram, grid } = data.analysis;
  const groups = productGroups(grid, scalogram, groupCount);
  return {
    rows: scalogram.rungs.map((rung, i) => ({
      ...rowOf(data, rung, locale),
      cells: '',
      groups: groups.map(({ rungs }) => {
        const { applicable = 0, attained = 0 } = rungs[i] ?? {};
        return applicable === 0 ? null : attained / applicable;
      })
    })),
    columns: groups.map(({ from, to, products }) => ({
      rate: (from + to) / 2,
      title: say(
        locale,
        `${count(products, 'product', 'fr')} : taux de ${percent(from, 'fr')} à ${percent(to, 'fr')}`,
        `${count(products, 'product', 'en')}: rates from ${percent(from, 'en')} to ${percent(to, 'en')}`
      )
    })),
    columnHead: say(
      locale,
      `${groups.length} groupes de produits, du taux le plus élevé au plus bas`,
      `${groups.length} groups of products, from the highest rate to the lowest`
    ),
    shareHead: shareHead(locale),
    key: []
  };
}

function title(data: AnalysisData, locale: Locale): string {
  const { errors, answers } = data.analysis.reproducibility;
  if (answers === 0)
    return say(locale, 'Aucune réponse applicable à ranger', 'No applicable answer to arrange');
  if (errors === 0)
    return say(
      locale,
      'Aucune réponse ne sort de l’escalier : le plus facile est toujours atteint d’abord',
      'No answer leaves the stair: the easier is always attained first'
    );
  const share = percent(errors / answers, locale);
  return say(
    locale,
    `${share} des réponses sortent de l'escalier : ${integer(errors, 'fr')} sur ${integer(answers, 'fr')}`,
    `${share} of answers leave the stair: ${integer(errors, 'en')} of ${integer(answers, 'en')}`
  );
}

function caption(data: AnalysisData, isGrouped: boolean, locale: Locale): string {
  const { products } = data.analysis.matrix;
  const N = say(
    locale,
    `N = ${count(products.length, 'product', 'fr')}, ${count(data.criteria.length, 'criterion', 'fr')}. Part : produits à la cible parmi les concernés. Inattendu : un produit qui atteint s critères devrait atteindre les s plus faciles de ceux qui le concernent.`,
    `N = ${count(products.length, 'product', 'en')}, ${count(data.criteria.length, 'criterion', 'en')}. Share: products at target among those concerned. Unexpected: a product that attains s criteria should attain the s easiest of those that concern it.`
  );
  if (!isGrouped) return N;
  return (
    N +
    say(
      locale,
      ` Au-delà de ${mostColumns} produits, chaque colonne est un groupe de produits de taux voisins ; les réponses inattendues ne sont plus marquées une à une.`,
      ` Beyond ${mostColumns} products each column is a group of products of similar rates; unexpected answers are no longer marked one by one.`
    )
  );
}

function tableOf(data: AnalysisData, locale: Locale): Figure['table'] {
  const label = criterionLabels(data.questionnaire, locale);
  return {
    columns: [
      { label: 'Code', kind: 'text' },
      { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
      { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
      { label: 'n', kind: 'count' },
      { label: 'N', kind: 'count' },
      { label: say(locale, 'Atteinte', 'Attained'), kind: 'share' },
      { label: say(locale, 'Atteints, inattendus', 'Attained, unexpected'), kind: 'count' },
      { label: say(locale, 'Non atteints, inattendus', 'Not attained, unexpected'), kind: 'count' }
    ],
    rows: data.analysis.scalogram.rungs.map((rung) => {
      const { code = '', theme = '' } = data.analysis.matrix.criteria[rung.criterion] ?? {};
      const { attained, applicable, unexpectedAttained, unexpectedMissed } = rung;
      return [
        code,
        label(code),
        theme,
        attained,
        applicable,
        shareOf(rung),
        unexpectedAttained,
        unexpectedMissed
      ];
    })
  };
}

/** Criteria by difficulty, products by rate, and the answers that leave the stair. */
export function scalogramFigure(data: AnalysisData, locale: Locale): Figure {
  const { products, criteria } = data.analysis.matrix;
  const isGrouped = products.length > mostColumns;
  const isEmpty = products.length === 0 || criteria.length === 0;
  const draw = isGrouped ? groupedDrawing : wholeDrawing;
  return {
    id: 'scalogram',
    title: title(data, locale),
    subline: isGrouped
      ? say(
          locale,
          'Une ligne par critère, du plus au moins atteint ; hauteur du bleu : part du groupe à la cible',
          'One row a criterion, from the most to the least attained; height of blue: share of the group at target'
        )
      : say(
          locale,
          'Une ligne par critère, du plus au moins atteint ; une colonne par produit ; en haut, le taux du produit',
          'One row a criterion, from the most to the least attained; one column a product; on top, the product’s rate'
        ),
    meaning: say(
      locale,
      'Si les critères formaient une seule échelle, qui atteint un critère difficile atteindrait aussi tous les plus faciles, et le bleu s’arrêterait net ; les réponses inattendues sont celles qui font exception.',
      'If the criteria formed a single scale, whoever attains a hard one would attain all the easier ones too, and the blue would stop short; unexpected answers are the exceptions.'
    ),
    caption: caption(data, isGrouped, locale),
    drawing: isEmpty ? undefined : { chart: 'scalogram', rows: draw(data, locale) },
    table: tableOf(data, locale)
  };
}
