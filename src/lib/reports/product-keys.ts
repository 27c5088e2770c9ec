import { bandName } from '#lib/i18n/bands.ts';
import { decimal, integer, roundHalfUp, signed } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import { bandOfKey, bandsOf } from '#lib/maturity/bands.ts';
import type { NextBand } from '#lib/maturity/next-band.ts';
import type { KeyFigure } from './overview.ts';
import { ofPeersShort } from './peers.ts';
import { byAccess, type AnswerGroups, type AnswerLine } from './product-answers.ts';
import type { ProductData } from './product-data.ts';

/** The gaps that are easiest to close, by what the peers attain; `more` are those of them not listed. */
export interface Accessible {
  title: string;
  lines: AnswerLine[];
  more: number;
  note: string;
}

/** Rate with its band, criteria at target, and the change since the campaign before, else what is missing. */
export interface ProductKeys {
  rate: KeyFigure & { band: number; bandCount: number };
  attained: KeyFigure;
  last: KeyFigure;
}

/** At most so many are listed: more are no longer « accessible » at a glance. */
const mostListed = 6;

/** Exactly as many gaps as the next band takes, those first that most peers have closed. */
export function accessibleGaps(
  data: ProductData,
  groups: AnswerGroups,
  next: NextBand | undefined,
  locale: Locale
): Accessible | undefined {
  const all = byAccess(groups);
  if (all.length === 0) return undefined;
  const needed = next ? next.missing : all.length;
  const listed = all.slice(0, Math.min(needed, needed > mostListed ? mostListed - 1 : mostListed));
  return {
    title: next
      ? say(
          locale,
          `Les plus accessibles pour passer à ${next.from} %`,
          `The most accessible to reach ${next.from}%`
        )
      : say(locale, 'Les plus accessibles des écarts qui restent', 'The most accessible of the gaps left'),
    lines: listed,
    more: needed - listed.length,
    note: say(
      locale,
      `n/N : produits ${ofPeersShort(data, locale)} à la cible`,
      `n/N: products ${ofPeersShort(data, locale)} at target`
    )
  };
}

function changeKey({ before, product, campaign }: ProductData, locale: Locale): KeyFigure | undefined {
  const [then, now] = [before?.product.rate, product.rate];
  if (!before || then === undefined || then === null || now === null) return undefined;
  const points = roundHalfUp((now - then) * 100, 1);
  const targets =
    before.campaign.questionnaireId === campaign.questionnaireId
      ? ''
      : say(locale, ', cibles de chaque campagne', ', targets of each campaign');
  const { attained, applicable } = before.product;
  return {
    label: say(locale, `Depuis ${before.campaign.name}`, `Since ${before.campaign.name}`),
    value: signed(points, locale),
    unit: locale === 'fr' && isSingular(Math.abs(points), 'fr') ? 'point' : 'points',
    note: say(
      locale,
      `${integer(attained, locale)} sur ${integer(applicable, locale)} à la cible alors${targets}`,
      `${integer(attained, locale)} of ${integer(applicable, locale)} at target then${targets}`
    )
  };
}

/** The number of criteria stands before the levels that they lack (domain definition 6). */
function missedKey({ product }: ProductData, locale: Locale): KeyFigure {
  const { applicable, attained, effort } = product;
  return {
    label: say(locale, 'Critères non atteints', 'Criteria not attained'),
    value: integer(applicable - attained, locale),
    unit: '',
    note: say(
      locale,
      `${integer(effort, locale)} ${isSingular(effort, 'fr') ? 'niveau manquant' : 'niveaux manquants'} en tout`,
      `${integer(effort, locale)} missing ${effort === 1 ? 'level' : 'levels'} in all`
    )
  };
}

/** The figures at the top of a product's page; undefined where nothing applies. */
export function productKeys(
  data: ProductData,
  groups: AnswerGroups,
  locale: Locale
): ProductKeys | undefined {
  const { product, edges } = data;
  const bands = bandsOf(edges);
  const band = bandOfKey(product.band, edges);
  const own = band === undefined ? undefined : bands[band];
  if (product.rate === null || band === undefined || !own) return undefined;
  const absent = groups.notApplicable.length;
  return {
    rate: {
      label: say(locale, "Taux d'atteinte", 'Attainment rate'),
      value: decimal(product.rate * 100, locale),
      unit: '%',
      note: say(locale, `tranche ${bandName(own, locale)}`, `band ${bandName(own, locale)}`),
      band,
      bandCount: bands.length
    },
    attained: {
      label: say(locale, 'Critères à la cible', 'Criteria at target'),
      value: integer(product.attained, locale),
      unit: say(
        locale,
        `sur ${integer(product.applicable, locale)}`,
        `of ${integer(product.applicable, locale)}`
      ),
      note: say(
        locale,
        `${count(absent, 'criterion', 'fr')} non ${isSingular(absent, 'fr') ? 'applicable' : 'applicables'}`,
        `${count(absent, 'criterion', 'en')} not applicable`
      )
    },
    last: changeKey(data, locale) ?? missedKey(data, locale)
  };
}
