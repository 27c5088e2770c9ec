import { criterionName } from '#lib/i18n/criterion-name.ts';
import { campaignEyebrow } from '#lib/i18n/campaign.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { messages } from '#lib/i18n/messages.ts';
import { count, say } from '#lib/i18n/wording.ts';
import type { CampaignName, DossierCounts } from './counts.ts';
import type { Dossier, DossierFigure, DossierSection, DossierTag } from './dossier.ts';
import { bandsFigure } from './figures/bands.ts';
import { criteriaFigures } from './figures/criteria.ts';
import { wavesFigure } from './figures/evolution.ts';
import { extremesFigure } from './figures/extremes.ts';
import { keysFigure } from './figures/keys.ts';
import { corridorsFigure, crossedFigure, themesFigure } from './figures/segments.ts';
import { headlineOf } from './headline.ts';
import { disclosureNotes, type DisclosureRules } from './disclosure-notes.ts';
import { methodNotes } from './method.ts';
import { sectionName, type Audience, type SectionId } from './section.ts';

/** What is written about, besides its counts. */
export interface DossierAsked {
  audience: Audience;
  locale: Locale;
  sections: readonly SectionId[];
  fingerprint: string;
  dataDate: string | undefined;
  /** Filters in force, in words; none in a public report. */
  filters: readonly string[];
  /** For public reports: the rules by which cells are masked. */
  rules?: DisclosureRules;
  /** « TLP:AMBER, ne pas diffuser » or a setting in internal files, « aperçu » or nothing in public ones. */
  marking: string;
  /** Figures of the pages that show more than counts; by section, for internal reports. */
  further: Partial<Record<SectionId, DossierFigure[]>>;
}

function present<T>(...values: (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}

function themesByCorridor(counts: DossierCounts, locale: Locale): DossierFigure[] {
  if (counts.themesByCorridor.length === 0) return [];
  const totals = new Map(counts.themes.map((row) => [row.theme, row]));
  const none = { applicable: 0, attained: 0 };
  const rows = counts.themesByCorridor.map((row) => ({
    label: row.name,
    row,
    total: totals.get(row.name) ?? none
  }));
  const title = say(
    locale,
    'Réponses à la cible, par thème et couloir',
    'Answers at target, by theme and corridor'
  );
  const unit = say(
    locale,
    'Réponses à la cible sur réponses applicables',
    'Answers at target of applicable answers'
  );
  return [
    crossedFigure(
      { id: 'themes-by-corridor', title, head: say(locale, 'Thème', 'Theme'), rows, unit },
      counts,
      locale
    )
  ];
}

function criteriaByCorridor(counts: DossierCounts, locale: Locale): DossierFigure[] {
  if (counts.criteriaByCorridor.length === 0) return [];
  const byCode = new Map(counts.criteria.map((row) => [row.criterion.code, row]));
  const rows = counts.criteriaByCorridor.flatMap((row) => {
    const total = byCode.get(row.name);
    return total ? [{ label: `${row.name} ${criterionName(total.criterion, locale)}`, row, total }] : [];
  });
  const title = say(
    locale,
    'Produits à la cible, par critère et couloir',
    'Products at target, by criterion and corridor'
  );
  const unit = say(
    locale,
    'Produits à la cible sur produits concernés',
    'Products at target of products concerned'
  );
  return [
    crossedFigure(
      { id: 'criteria-by-corridor', title, head: say(locale, 'Critère', 'Criterion'), rows, unit },
      counts,
      locale
    )
  ];
}

type Writer = (counts: DossierCounts, locale: Locale) => DossierFigure[];

const writers: Partial<Record<SectionId, Writer>> = {
  overview: (counts, locale) => [keysFigure(counts, locale)],
  bands: (counts, locale) => [bandsFigure(counts, locale)],
  criteria: (counts, locale) => [
    ...present(extremesFigure(counts, locale)),
    ...criteriaFigures(counts, locale)
  ],
  themes: (counts, locale) => present(themesFigure(counts, locale)),
  corridors: (counts, locale) => present(corridorsFigure(counts, locale)),
  'themes-by-corridor': themesByCorridor,
  'criteria-by-corridor': criteriaByCorridor,
  evolution: (counts, locale) => present(wavesFigure(counts, locale))
};

/** Headings over nothing are for a page, where another choice fills them. */
function holdsAnything({ table }: DossierFigure): boolean {
  return table.rows.length > 0;
}

function sectionOf(id: SectionId, counts: DossierCounts, asked: DossierAsked): DossierSection {
  const { locale, rules, further } = asked;
  const notes =
    id === 'method' ? [...methodNotes(locale), ...(rules ? disclosureNotes(rules, locale) : [])] : [];
  return {
    id,
    title: sectionName(id, locale),
    figures: [...(writers[id]?.(counts, locale) ?? []), ...(further[id] ?? []).filter(holdsAnything)],
    notes
  };
}

/** What « attained » means, in one sentence. */
export function attainedRule(locale: Locale): string {
  return say(
    locale,
    "Atteint : niveau déclaré au moins égal à la cible ; un critère sans réponse n'est pas atteint.",
    'Attained: declared level at the target or above; a criterion without an answer is not attained.'
  );
}

/** The cautions that a campaign's files bear on every page. */
export function dossierTags(campaign: CampaignName, locale: Locale): DossierTag[] {
  const m = messages(locale);
  const status = { open: [m.open], provisional: [m.provisional], final: [] }[campaign.status];
  const more = say(locale, '(noms et chiffres inventés)', '(names and figures invented)');
  return [
    ...(campaign.synthetic ? [{ text: m.synthetic, more, hatched: true }] : []),
    ...[m.declared, ...status].map((text) => ({ text }))
  ];
}

/** The dossier from its counts alone, and from the further figures of an internal one. */
export function writeDossier(counts: DossierCounts, asked: DossierAsked): Dossier {
  const { locale, audience, sections, fingerprint, dataDate, filters } = asked;
  const { campaign, sizes } = counts;
  const sectionsWritten = sections
    .map((id) => sectionOf(id, counts, asked))
    .filter(({ id, figures, notes }) => id === 'tables' || figures.length + notes.length > 0);
  return {
    audience,
    locale,
    campaign,
    title: say(locale, `Maturité SSI, ${campaign.name}`, `Security maturity, ${campaign.name}`),
    state: [campaignEyebrow(campaign, locale), ...filters].join(' · '),
    version:
      audience === 'public'
        ? say(locale, 'version publique', 'public version')
        : say(locale, 'version interne', 'internal version'),
    marking: asked.marking,
    tags: dossierTags(campaign, locale),
    dataDate,
    fingerprint,
    headline: headlineOf(counts, locale),
    sample: say(
      locale,
      `${count(sizes.products, 'product', 'fr')} de ${count(sizes.vendors, 'vendor', 'fr')}, critères qui s'appliquent à chacun.`,
      `${count(sizes.products, 'product', 'en')} of ${count(sizes.vendors, 'vendor', 'en')}, criteria that apply to each.`
    ),
    rule: attainedRule(locale),
    sections: sectionsWritten
  };
}
