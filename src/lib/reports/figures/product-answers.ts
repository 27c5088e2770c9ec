import { answerWords } from '#lib/i18n/corrections.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, of, say } from '#lib/i18n/wording.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Column, Figure } from '../figure.ts';
import type { AnswerGroups, AnswerLine } from '../product-answers.ts';
import type { ProductData } from '../product-data.ts';

/** Attained criteria of one theme, in the questionnaire's order. */
export interface ThemeAnswers {
  theme: string;
  lines: AnswerLine[];
}

export function attainedByTheme({ attained }: AnswerGroups): ThemeAnswers[] {
  const themes = [...new Set(attained.map(({ theme }) => theme))];
  return themes.map((theme) => ({ theme, lines: attained.filter((line) => line.theme === theme) }));
}

function attainedTitle({ attained }: AnswerGroups, locale: Locale): string {
  const n = attained.length;
  const above = attained.filter(({ level, target }) => (level ?? 0) > target).length;
  if (n === 0) return say(locale, 'Aucun critère à la cible', 'No criterion at target');
  const rest =
    above === 0
      ? ''
      : say(
          locale,
          `, dont ${integer(above, locale)} au-delà`,
          `, ${integer(above, locale)} of them above it`
        );
  return (
    say(locale, `${count(n, 'criterion', 'fr')} à la cible`, `${count(n, 'criterion', 'en')} at target`) +
    rest
  );
}

function codes(lines: AnswerLine[]): string {
  return lines.map(({ criterion }) => criterion).join(', ');
}

/** Not applicable by mark and by blank stay apart: a blank says less. */
function notApplicableNote({ notApplicable }: AnswerGroups, locale: Locale): string {
  const blank = notApplicable.filter((line) => line.blank);
  const marked = notApplicable.filter((line) => !line.blank);
  const parts = [
    marked.length === 0
      ? ''
      : say(
          locale,
          `${isSingular(marked.length, 'fr') ? 'Déclaré non applicable' : 'Déclarés non applicables'} (${marked.length}) : ${codes(marked)}.`,
          `Declared not applicable (${marked.length}): ${codes(marked)}.`
        ),
    blank.length === 0
      ? ''
      : say(
          locale,
          `${isSingular(blank.length, 'fr') ? 'Conditionnel laissé en blanc, compté non applicable' : 'Conditionnels laissés en blanc, comptés non applicables'} (${blank.length}) : ${codes(blank)}.`,
          `Conditional and left blank, counted as not applicable (${blank.length}): ${codes(blank)}.`
        )
  ].filter((part) => part !== '');
  if (parts.length === 0)
    return say(
      locale,
      'Tous les critères en vue s’appliquent à ce produit.',
      'All criteria in view apply to this product.'
    );
  return [...parts, say(locale, "Ils n'entrent pas dans le calcul.", 'They are left out of the count.')].join(
    ' '
  );
}

/** A spreadsheet's columns of answers, with the wordings of the levels. */
function answerColumns(locale: Locale): Column[] {
  return [
    { label: 'Code', kind: 'text' },
    { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
    { label: say(locale, 'Thème', 'Theme'), kind: 'text' },
    { label: say(locale, 'Champ d’application', 'Scope'), kind: 'text' },
    { label: say(locale, 'Réponse', 'Answer'), kind: 'text' },
    { label: say(locale, 'Niveau', 'Level'), kind: 'count' },
    { label: say(locale, 'Libellé du niveau', 'Level’s wording'), kind: 'text' },
    { label: say(locale, 'Cible', 'Target'), kind: 'count' },
    { label: say(locale, 'Niveau cible', 'Target level'), kind: 'text' },
    { label: say(locale, 'Niveaux manquants', 'Missing levels'), kind: 'count' },
    { label: say(locale, 'Déclaré', 'Declared'), kind: 'text' },
    { label: say(locale, 'Corrigé', 'Corrected'), kind: 'text' },
    { label: say(locale, 'Contesté', 'Contested'), kind: 'text' }
  ];
}

function stateInWords({ state, blank, level, target }: AnswerLine, locale: Locale): string {
  if (state === 'not_applicable')
    return blank
      ? say(locale, 'non applicable (laissé en blanc)', 'not applicable (left blank)')
      : say(locale, 'non applicable', 'not applicable');
  if (level === null) return say(locale, 'sans réponse', 'no answer');
  return level >= target
    ? say(locale, 'à la cible', 'at target')
    : say(locale, 'sous la cible', 'below target');
}

function answerTable(lines: AnswerLine[], locale: Locale): Figure['table'] {
  const scopes = {
    common: say(locale, 'commun', 'common'),
    conditional: say(locale, 'conditionnel', 'conditional')
  };
  const [yes, no] = [say(locale, 'oui', 'yes'), say(locale, 'non', 'no')];
  return {
    columns: answerColumns(locale),
    rows: lines.map((line) => [
      line.criterion,
      line.label,
      line.theme,
      scopes[line.scope],
      stateInWords(line, locale),
      line.level,
      line.declared,
      line.target,
      line.aimed,
      line.gap,
      answerWords(line.given, locale),
      line.corrected ? yes : no,
      line.contested ? yes : no
    ])
  };
}

/** What the product attains, and what does not apply to it. */
export function productAttainedFigure(groups: AnswerGroups, locale: Locale): Figure {
  return {
    id: 'attained',
    title: attainedTitle(groups, locale),
    subline: say(
      locale,
      "Par thème, dans l'ordre du questionnaire",
      'By theme, in the order of the questionnaire'
    ),
    caption: notApplicableNote(groups, locale),
    table: answerTable([...groups.attained, ...groups.notApplicable], locale)
  };
}

/** Every answer of the product in the questionnaire's order: what its download holds. */
export function productAnswersFigure({ product }: ProductData, lines: AnswerLine[], locale: Locale): Figure {
  return {
    id: 'answers',
    title: say(locale, `Réponses ${of(product.product)}`, `Answers of ${product.product}`),
    subline: '',
    caption: '',
    table: answerTable(lines, locale)
  };
}
