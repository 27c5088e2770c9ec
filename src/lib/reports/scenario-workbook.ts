import { statusName, themeName } from '#lib/i18n/calibration.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Column } from './figure.ts';
import type { ScenarioAnswer } from './scenario-answer.ts';
import { scenarioTable } from './scenario-table.ts';
import type { Sheet } from './xlsx/sheet.ts';
import { xlsx } from './xlsx/workbook.ts';

const text = (label: string): Column => ({ label, kind: 'text' });
const count = (label: string): Column => ({ label, kind: 'count' });

const countColumns = new Set(['level', 'weight', 'promised']);

/** The lines under the names of the scenario's file, so that the sheet can be read again. */
function linesSheet({ lines }: ScenarioAnswer, locale: Locale): Sheet {
  const { columns, rows } = scenarioTable(lines);
  return {
    name: say(locale, 'Exigences', 'Requirements'),
    columns: columns.map((label) => (countColumns.has(label) ? count(label) : text(label))),
    rows
  };
}

function figuresSheet(answer: ScenarioAnswer, locale: Locale): Sheet {
  const s = (fr: string, en: string) => say(locale, fr, en);
  const upTo = (counts: number[], fr: string, en: string) =>
    counts.map((n, k): [string, number] => [s(`${fr} ${k}`, `${en} ${k}`), n]);
  return {
    name: s('Conséquences', 'Consequences'),
    columns: [text(s('Mesure', 'Measure')), count(s('Valeur', 'Value'))],
    rows: [
      [s('Exigences obligatoires', 'Mandatory requirements'), answer.requirements.mandatory],
      [s('Produits concernés', 'Products concerned'), answer.applicable],
      [s('Produits qui respectent tout', 'Products that attain all'), answer.passing],
      [s('Produits admis', 'Products admitted'), answer.admitted],
      [s('Éditeurs concernés', 'Vendors concerned'), answer.vendors.applicable],
      [
        s('Éditeurs avec un produit qui respecte tout', 'Vendors with a product that attains all'),
        answer.vendors.passing
      ],
      [s('Fermeté', 'Firmness'), answer.firmness],
      [s('Niveaux manquants', 'Missing levels'), answer.effort],
      ...upTo(
        answer.lacking,
        'Produits, exigences manquantes au plus',
        'Products, requirements missing at most'
      ),
      ...upTo(answer.within, 'Produits, niveaux manquants au plus', 'Products, levels missing at most')
    ]
  };
}

function groupsSheet({ corridors, themes }: ScenarioAnswer, locale: Locale): Sheet {
  const s = (fr: string, en: string) => say(locale, fr, en);
  return {
    name: s('Couloirs et thèmes', 'Corridors and themes'),
    columns: [
      text(s('Groupe', 'Group')),
      count(s('Concernés', 'Concerned')),
      count(s('Respectent tout', 'Attain all'))
    ],
    rows: [
      ...corridors.map(({ corridor, applicable, passing }) => [
        corridor || s('sans couloir', 'no corridor'),
        applicable,
        passing
      ]),
      ...themes.map(({ theme, applicable, passing }) => [themeName(theme, locale), applicable, passing])
    ]
  };
}

function requirementsSheet({ perRequirement, addable }: ScenarioAnswer, locale: Locale): Sheet {
  const s = (fr: string, en: string) => say(locale, fr, en);
  return {
    name: s('Par exigence', 'By requirement'),
    columns: [
      text(s('Critère', 'Criterion')),
      text(s('Statut', 'Status')),
      count(s('Niveau', 'Level')),
      count(s('Concernés', 'Concerned')),
      count(s('Atteignent', 'Attain')),
      count(s('Bloque seule', 'Blocks alone')),
      count(s('Passent si retirée', 'Pass if dropped')),
      count(s('Passent si ajoutée', 'Pass if added')),
      count(s('dont concernés', 'of them concerned'))
    ],
    rows: [
      ...perRequirement.map((r) => [
        r.criterion,
        statusName('mandatory', locale),
        r.level,
        r.applicable,
        r.attained,
        r.blocksAlone,
        r.passingIfDropped,
        null,
        null
      ]),
      ...addable.map((a) => [a.criterion, '', a.level, null, null, null, null, a.passing, a.concerned])
    ]
  };
}

function productsSheet({ products }: ScenarioAnswer, locale: Locale): Sheet {
  const s = (fr: string, en: string) => say(locale, fr, en);
  return {
    name: s('Produits', 'Products'),
    columns: [
      text(s('Produit', 'Product')),
      text(s('Éditeur', 'Vendor')),
      text(s('Couloir', 'Corridor')),
      count(s('Exigences applicables', 'Requirements that apply')),
      count(s('Exigences manquantes', 'Requirements missing')),
      count(s('Niveaux manquants', 'Levels missing')),
      text(s('Lesquelles', 'Which'))
    ],
    rows: products.map(({ product, vendor, corridor, applicable, missing, lacks }) => [
      product,
      vendor,
      corridor,
      applicable,
      lacks.length,
      missing,
      lacks.map(({ criterion, declared, level }) => `${criterion} (${declared} → ${level})`).join(', ')
    ])
  };
}

/** A scenario with its consequences as a workbook; its first sheet can be imported as it is. */
export function scenarioWorkbook(
  answer: ScenarioAnswer,
  locale: Locale,
  date = new Date().toISOString()
): Uint8Array<ArrayBuffer> {
  return xlsx({
    title: `${answer.campaign}, ${answer.name}`,
    date: date.slice(0, 10),
    sheets: [
      linesSheet(answer, locale),
      figuresSheet(answer, locale),
      groupsSheet(answer, locale),
      requirementsSheet(answer, locale),
      productsSheet(answer, locale)
    ]
  });
}
