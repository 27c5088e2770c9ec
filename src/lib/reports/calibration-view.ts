import type { Locale } from '#lib/i18n/locale.ts';
import { counted, say } from '#lib/i18n/wording.ts';
import { consequences, type Consequences } from '#lib/maturity/consequences.ts';
import { productDistances, type ProductDistance } from '#lib/maturity/lacking-products.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import {
  calibrationLines,
  lineGroups,
  namesIn,
  type CalibrationLine,
  type LineGroup
} from './calibration-lines.ts';
import { calibrationPanel, type CalibrationPanel } from './calibration-panel.ts';
import { calibrationTitle } from './calibration-title.ts';
import type { Evidence } from './evidence.ts';

/** All that the calibration page says of a scenario: made alike by the server, and by the browser while one edits. */
export interface CalibrationView {
  headline: string;
  lede: string;
  listTitle: string;
  listSubline: string;
  productsTitle: string;
  found: Consequences;
  lines: CalibrationLine[];
  panel: CalibrationPanel;
  products: ProductDistance[];
}

function counts({ requirements }: Consequences, locale: Locale): string {
  const { mandatory, recommended, candidate, unknown } = requirements;
  const parts =
    locale === 'fr'
      ? [
          someOrNone(mandatory, ['Aucune obligatoire', 'obligatoire', 'obligatoires'], 'fr'),
          someOrNone(recommended, ['aucune recommandée', 'recommandée', 'recommandées'], 'fr'),
          counted(candidate, ['non retenue', 'non retenues'], 'fr'),
          ...(unknown > 0 ? [`${unknown} sans critère, à l’atteinte inconnue`] : [])
        ]
      : [
          someOrNone(mandatory, ['None mandatory', 'mandatory', 'mandatory'], 'en'),
          someOrNone(recommended, ['none recommended', 'recommended', 'recommended'], 'en'),
          counted(candidate, ['not retained', 'not retained'], 'en'),
          ...(unknown > 0 ? [`${unknown} without a criterion, of unknown attainment`] : [])
        ];
  return parts.join(', ');
}

/** « aucune exigence obligatoire » for none of them. */
function someOrNone(n: number, [none, one, many]: readonly [string, string, string], locale: Locale): string {
  return n === 0 ? none : counted(n, [one, many], locale);
}

function lede(name: string, { requirements }: Consequences, locale: Locale): string {
  const { mandatory, recommended, candidate } = requirements;
  const examined = mandatory + recommended + candidate;
  const fr = [
    someOrNone(
      mandatory,
      ['aucune exigence obligatoire', 'exigence obligatoire', 'exigences obligatoires'],
      'fr'
    ),
    someOrNone(recommended, ['aucune recommandée', 'recommandée', 'recommandées'], 'fr')
  ];
  const en = [
    someOrNone(
      mandatory,
      ['no mandatory requirement', 'mandatory requirement', 'mandatory requirements'],
      'en'
    ),
    someOrNone(recommended, ['no recommended one', 'recommended one', 'recommended ones'], 'en')
  ];
  return say(
    locale,
    `Scénario « ${name} » : ${fr.join(' et ')}, parmi ${counted(examined, ['critère examiné', 'critères examinés'], 'fr')}. Un produit les respecte toutes s’il atteint le niveau exigé partout où le critère s’applique à lui ; sans réponse, tous les niveaux exigés lui manquent.`,
    `Scenario “${name}”: ${en.join(' and ')}, among ${counted(examined, ['criterion examined', 'criteria examined'], 'en')}. A product attains all of them if it has the level required wherever the criterion applies to it; without an answer it lacks every level.`
  );
}

/** Who passes, and who is near. */
function productsTitle({ lacking, applicable }: Consequences, locale: Locale): string {
  const passing = lacking[0] ?? 0;
  const near = (lacking[1] ?? 0) - passing;
  const far = applicable - passing - near;
  return say(
    locale,
    `${counted(passing, ['produit respecte', 'produits respectent'], 'fr')} tout, ${counted(near, ['est', 'sont'], 'fr')} à une exigence près, ${counted(far, ['en est plus loin', 'en sont plus loin'], 'fr')}`,
    `${counted(passing, ['product attains', 'products attain'], 'en')} all, ${counted(near, ['lacks', 'lack'], 'en')} one requirement, ${counted(far, ['lacks', 'lack'], 'en')} more`
  );
}

/** `name` is the scenario's. */
export function calibrationView(
  evidence: Evidence,
  name: string,
  requirements: readonly Requirement[],
  locale: Locale
): CalibrationView {
  const { table } = evidence;
  const found = consequences(table, requirements);
  const nameOf = namesIn(table, locale);
  return {
    headline: calibrationTitle(found, table.products.length, nameOf, locale),
    lede: lede(name, found, locale),
    listTitle: say(locale, `Exigences du scénario « ${name} »`, `Requirements of scenario “${name}”`),
    listSubline: say(
      locale,
      `${counts(found, locale)}. Seules les obligatoires comptent. « Bloque seule » : produits à qui elle manque, elle seule, pour tout respecter.`,
      `${counts(found, locale)}. Only mandatory ones count. “Blocks alone”: products that lack it, and nothing else.`
    ),
    productsTitle: productsTitle(found, locale),
    found,
    lines: calibrationLines(table, requirements, found, locale),
    panel: calibrationPanel(evidence, requirements, found, nameOf, locale),
    products: productDistances(table, requirements)
  };
}

/** The order of the list, which stays as it is while one edits. */
export function groupsOf({ lines }: Pick<CalibrationView, 'lines'>): LineGroup[] {
  return lineGroups(lines);
}
