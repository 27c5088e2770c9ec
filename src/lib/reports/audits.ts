import { flagWords, ifGapHeldWords, noRandomSample } from '#lib/i18n/audits.ts';
import { criterionName } from '#lib/i18n/criterion-name.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { EligibilityLimits } from '#lib/maturity/eligibility.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import { cached } from '#lib/server/cache.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import { readAudits, type AuditedProduct, type AuditsData } from './audits-data.ts';
import type { Figure } from './figure.ts';
import { auditMatrix } from './figures/audit-matrix.ts';
import { gapsByCriterion } from './figures/gaps-by-criterion.ts';
import type { KeyFigure } from './overview.ts';

/** A form as the page lists it. */
export interface FormLine {
  id: string;
  product: string;
  vendor: string;
  filedAt: string;
  auditor: string;
  gaps: number;
  tested: number;
  high: number;
  medium: number;
  isEligible: boolean;
  /** What is out of date, in words. */
  flags: string[];
}

export interface AuditsReport {
  headline: string;
  lede: string[];
  keys: KeyFigure[];
  figures: Figure[];
  lines: FormLine[];
  outside: { product: string; vendor: string; filedAt: string }[];
  forms: number;
  /** Each scenario's result if the gap found held for all, in words. */
  scenarios: { name: string; words: string; audited: number; gaps: number }[];
}

function headline({ found, forms, products }: AuditsData, locale: Locale): string {
  if (forms === 0)
    return say(locale, 'Aucune fiche d’audit pour cette campagne', 'No audit form for this campaign');
  if (products.length === 0)
    return say(locale, 'Aucun produit audité pour ce filtre', 'No audited product matches this filter');
  const { gaps, tested } = found.pooled;
  const N = integer(tested, locale);
  if (tested === 0)
    return say(locale, 'Aucune déclaration à la cible n’a été testée', 'No declaration at target was tested');
  if (gaps === 0)
    return say(
      locale,
      `L'audit retrouve les ${N} déclarations à la cible qui ont été testées`,
      `The audit finds all ${N} declarations at target that were tested`
    );
  return say(
    locale,
    `Écart entre déclaré et constaté : ${integer(gaps, 'fr')} des ${N} déclarations à la cible qui ont été testées`,
    `Gap between declared and found: ${integer(gaps, 'en')} of ${N} declarations at target that were tested`
  );
}

function lede({ found }: AuditsData, locale: Locale): string[] {
  const { gaps, tested, rate, low, high } = found.withGap;
  if (tested === 0) return [];
  return [
    say(
      locale,
      `Sur ${count(tested, 'product', 'fr')} ${isSingular(tested, 'fr') ? 'audité' : 'audités'} et comparables, `,
      `Of ${count(tested, 'product', 'en')} audited and comparable, `
    ),
    say(
      locale,
      `${integer(gaps, 'fr')} ${isSingular(gaps, 'fr') ? 'a' : 'ont'} au moins un écart (${percent(rate, 'fr')}, intervalle de ${percent(low, 'fr')} à ${percent(high, 'fr')})`,
      `${integer(gaps, 'en')} ${gaps === 1 ? 'has' : 'have'} at least one gap (${percent(rate, 'en')}, interval from ${percent(low, 'en')} to ${percent(high, 'en')})`
    ),
    `. ${noRandomSample(locale)}`
  ];
}

function keys({ products, found, limits, forms }: AuditsData, locale: Locale): KeyFigure[] {
  const key = (label: string, value: number, note: string): KeyFigure => ({
    label,
    value: integer(value, locale),
    unit: '',
    note
  });
  const N = integer(products.length, locale);
  const of = say(locale, `sur ${N} audités`, `of ${N} audited`);
  return [
    key(
      say(locale, 'Produits audités', 'Audited products'),
      products.length,
      say(
        locale,
        `affichés ; ${integer(forms, 'fr')} fiches dans la campagne`,
        `in view; ${integer(forms, 'en')} forms in the campaign`
      )
    ),
    key(
      say(locale, 'Avec un écart au moins', 'With a gap at least'),
      found.withGap.gaps,
      say(
        locale,
        `sur ${integer(found.withGap.tested, 'fr')} comparables`,
        `of ${integer(found.withGap.tested, 'en')} comparable`
      )
    ),
    key(
      say(locale, 'Éligibles', 'Eligible'),
      products.filter(({ isEligible }) => isEligible).length,
      `${of}${say(locale, ` : au plus ${integer(limits.high, 'fr')} contrôle non conforme de gravité haute et ${integer(limits.medium, 'fr')} de gravité moyenne`, `: at most ${integer(limits.high, 'en')} nonconforming controls of high severity and ${integer(limits.medium, 'en')} of medium`)}`
    ),
    key(
      say(locale, 'Fiches hors délai', 'Forms out of date'),
      products.filter(({ isOutOfDate }) => isOutOfDate).length,
      say(
        locale,
        'preuve d’un an ou plus, ou qualification PASSI échue',
        'evidence one year old or more, or PASSI qualification expired'
      )
    )
  ];
}

function lineOf(row: AuditedProduct, locale: Locale): FormLine {
  const { id, product, vendor } = row.product;
  return {
    id,
    product,
    vendor,
    filedAt: row.form.filedAt,
    auditor: row.form.auditor,
    gaps: row.gaps,
    tested: row.tested,
    ...row.nonconforming,
    isEligible: row.isEligible,
    flags: flagWords(row.flags, locale)
  };
}

/** Declared against found over the audited products of what was asked. */
export function auditsReport(
  store: Store,
  { view, key }: AskedView,
  limits: EligibilityLimits,
  locale: Locale
): Promise<AuditsReport> {
  return cached(store, JSON.stringify(['audits', key, limits, locale]), async () => {
    const { criteria } = await questionnaires.known(store, view.questionnaireId);
    const data = await store.read((db) => readAudits(db, view, limits));
    const names = new Map(criteria.map((criterion) => [criterion.code, criterionName(criterion, locale)]));
    const nameOf = (code: string) => names.get(code) ?? '';
    return {
      headline: headline(data, locale),
      lede: lede(data, locale),
      keys: keys(data, locale),
      figures: [gapsByCriterion(data, nameOf, locale), auditMatrix(data, nameOf, locale)],
      lines: data.products.map((row) => lineOf(row, locale)),
      outside: data.outside.map(({ product, vendor, filedAt }) => ({ product, vendor, filedAt })),
      forms: data.forms,
      scenarios: data.scenarios.map((one) => ({
        name: one.name,
        words: ifGapHeldWords(one, locale),
        audited: one.audited,
        gaps: one.gaps
      }))
    };
  });
}
