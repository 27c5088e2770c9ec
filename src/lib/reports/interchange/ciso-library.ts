import { criterionName } from '#lib/i18n/criterion-name.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Criterion, Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import { toYaml, type YamlValue } from './yaml.ts';

/** What may stand in a URN: lower case, no sign that divides it. */
function urnPart(name: string): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'x' : plain;
}

function libraryName({ code }: Campaign): string {
  return `palier-${urnPart(code)}`;
}

/** Each criterion's URN; codes that are one in a URN are told apart by their place. */
export function criterionUrns(campaign: Campaign, { criteria }: Questionnaire): string[] {
  const parts = criteria.map(({ code }) => urnPart(code));
  return parts.map((part, i) => {
    const isOnly = parts.filter((other) => other === part).length === 1;
    return `urn:palier:risk:req_node:${libraryName(campaign)}:${isOnly ? part : `${part}.${i + 1}`}`;
  });
}

export function themesOf({ criteria }: Questionnaire): string[] {
  return [...new Set(criteria.map(({ theme }) => theme))];
}

export function themeUrn(campaign: Campaign, place: number): string {
  return `urn:palier:risk:req_node:${libraryName(campaign)}:theme-${place + 1}`;
}

/** The question, when it applies, its levels and target: a framework's scores have one list of names for all. */
export function criterionText(criterion: Criterion, locale: Locale): string {
  const own = (fr: string, en: string) => (locale === 'fr' ? fr || en : en || fr);
  const levels = criterion.levels.map(
    ({ fr, en }, i) => `${say(locale, `Niveau ${i + 1} :`, `Level ${i + 1}:`)} ${own(fr, en)}`
  );
  return [
    own(criterion.labelFr, criterion.labelEn),
    criterion.condition,
    ...levels,
    say(locale, `Cible : niveau ${criterion.target}`, `Target: level ${criterion.target}`),
    criterion.obligation
  ]
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function requirement(
  criterion: Criterion,
  urns: { urn: string; parent: string },
  locale: Locale
): { [key: string]: YamlValue } {
  return {
    urn: urns.urn,
    assessable: true,
    depth: 2,
    parent_urn: urns.parent,
    ref_id: criterion.code,
    name: criterionName(criterion, locale),
    description: criterionText(criterion, locale),
    implementation_groups: [criterion.scope]
  };
}

function requirementNodes(campaign: Campaign, questionnaire: Questionnaire, locale: Locale): YamlValue[] {
  const urns = criterionUrns(campaign, questionnaire);
  return themesOf(questionnaire).flatMap((theme, place) => {
    const parent = themeUrn(campaign, place);
    const name = theme === '' ? say(locale, 'Sans thème', 'Without theme') : theme;
    const own = questionnaire.criteria.flatMap((criterion, i) =>
      criterion.theme === theme ? [requirement(criterion, { urn: urns[i] ?? '', parent }, locale)] : []
    );
    return [{ urn: parent, assessable: false, depth: 1, name }, ...own];
  });
}

function framework(campaign: Campaign, questionnaire: Questionnaire, locale: Locale) {
  const most = Math.max(1, ...questionnaire.criteria.map(({ levels }) => levels.length));
  return {
    urn: `urn:palier:risk:framework:${libraryName(campaign)}`,
    ref_id: libraryName(campaign),
    name: campaign.name || campaign.code,
    min_score: 0,
    max_score: most,
    scores_definition: Array.from({ length: most + 1 }, (_, score) => ({
      score,
      name:
        score === 0
          ? say(locale, 'sans réponse', 'no answer')
          : say(locale, `niveau ${score}`, `level ${score}`)
    })),
    implementation_groups_definition: [
      { ref_id: 'common', name: say(locale, 'Critères communs', 'Common criteria') },
      { ref_id: 'conditional', name: say(locale, 'Critères conditionnels', 'Conditional criteria') }
    ],
    requirement_nodes: requirementNodes(campaign, questionnaire, locale)
  };
}

/** The questionnaire as a library that CISO Assistant loads: a framework whose scores are the levels. */
export function cisoLibrary(campaign: Campaign, questionnaire: Questionnaire, locale: Locale): string {
  const name = campaign.name || campaign.code;
  return toYaml({
    urn: `urn:palier:risk:library:${libraryName(campaign)}`,
    locale,
    ref_id: libraryName(campaign),
    name,
    description: say(locale, `Questionnaire de la campagne ${name}`, `Questionnaire of campaign ${name}`),
    copyright: say(locale, 'voir le questionnaire', 'see the questionnaire'),
    version: 1,
    provider: 'Palier',
    packager: 'palier',
    objects: { framework: framework(campaign, questionnaire, locale) }
  });
}
