import { stanceWord } from '#lib/i18n/consultation.ts';
import { integer, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { total, type Subject } from '#lib/maturity/consultation.ts';
import { attainmentOf, type ConsultationData } from '../consultation-data.ts';
import type { Figure } from '../figure.ts';
import { stanceKey, stanceParts } from './stances.ts';

/** So many are drawn; the table holds them all. */
const mostRows = 15;

export function subjectCode({ requirement, criterion }: Subject): string {
  return requirement || criterion;
}

/** The most opposed first, then the most reserved. */
function contested(subjects: readonly Subject[]): Subject[] {
  return [...subjects].sort(
    (a, b) =>
      b.stances.opposed - a.stances.opposed ||
      b.stances.reserved - a.stances.reserved ||
      total(b.stances) - total(a.stances)
  );
}

function title(data: ConsultationData, ranked: readonly Subject[], locale: Locale): string {
  const [first] = ranked;
  const n = first?.stances.opposed ?? 0;
  if (!first || n === 0)
    return say(locale, 'Aucune exigence ne rencontre d’opposition', 'No requirement meets with opposition');
  const like = ranked.filter(({ stances }) => stances.opposed === n).length;
  if (like > 1)
    return say(
      locale,
      `${integer(like, 'fr')} exigences rencontrent le plus d'avis opposés, ${integer(n, 'fr')} chacune`,
      `${integer(like, 'en')} requirements meet with the most opposed opinions, ${integer(n, 'en')} each`
    );
  const { rate = null } = attainmentOf(data, first) ?? {};
  const N = integer(first.organisations, locale);
  const beside = say(
    locale,
    ` ; ${percent(rate, 'fr')} des produits concernés déclarent l'atteindre`,
    `; ${percent(rate, 'en')} of the products concerned declare that they attain it`
  );
  return (
    say(
      locale,
      `${subjectCode(first)} rencontre le plus d'opposition : ${integer(n, 'fr')} organisations sur ${N}`,
      `${subjectCode(first)} meets with the most opposition: ${integer(n, 'en')} of ${N} organisations`
    ) + (rate === null ? '' : beside)
  );
}

function caption(subjects: readonly Subject[], locale: Locale): string {
  const N = integer(subjects.length, locale);
  const shown = say(
    locale,
    ` Les ${mostRows} exigences les plus contestées ; la table les a toutes.`,
    ` The ${mostRows} most contested requirements; the table has them all.`
  );
  return (
    say(
      locale,
      `N = ${N} exigences commentées. Une organisation compte une fois par exigence et par position. Atteint : part des produits concernés qui déclarent le critère au niveau qu'un scénario demande sous ce code, sinon à sa cible, sur toute la campagne ; un tiret où le critère n'est pas connu.`,
      `N = ${N} requirements commented on. An organisation counts once a requirement and stance. Attained: share of the products concerned that declare the criterion at the level that a scenario asks under this code, else at its target, over the whole campaign; a dash where the criterion is not known.`
    ) + (subjects.length > mostRows ? shown : '')
  );
}

/** Opinions by requirement beside what products declare today, the most contested first. */
export function stancesByRequirement(
  data: ConsultationData,
  nameOf: (criterion: string) => string,
  locale: Locale
): Figure {
  const { subjects } = data.consultation;
  const ranked = contested(subjects);
  const rateOf = (subject: Subject) => attainmentOf(data, subject)?.rate ?? null;
  const rows = ranked.slice(0, mostRows).map((subject) => ({
    code: subjectCode(subject),
    label: nameOf(subject.criterion) || say(locale, 'sans critère connu', 'no known criterion'),
    parts: stanceParts(subject.stances, subjectCode(subject), locale),
    figure: percent(rateOf(subject), locale)
  }));
  const most = Math.max(0, ...ranked.map(({ stances }) => total(stances)));
  const head = say(locale, 'atteint', 'attained');
  return {
    id: 'stances-by-requirement',
    title: title(data, ranked, locale),
    subline: say(
      locale,
      'Avis par exigence et par position ; à droite, la part déclarée atteinte aujourd’hui',
      'Opinions by requirement and stance; at the right, the share declared attained today'
    ),
    caption: caption(subjects, locale),
    ...(rows.length > 0
      ? { drawing: { chart: 'stackedBars', rows: { rows, head, most, key: stanceKey(locale) } } }
      : {}),
    table: {
      columns: [
        { label: say(locale, 'Exigence', 'Requirement'), kind: 'text' },
        { label: say(locale, 'Critère', 'Criterion'), kind: 'text' },
        { label: say(locale, 'Organisations', 'Organisations'), kind: 'count' },
        { label: stanceWord('opposed', locale, true), kind: 'count' },
        { label: stanceWord('reserved', locale, true), kind: 'count' },
        { label: stanceWord('favourable', locale, true), kind: 'count' },
        { label: 'n', kind: 'count' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Atteint', 'Attained'), kind: 'share' }
      ],
      rows: ranked.map((subject) => {
        const { organisations, stances, criterion } = subject;
        const { attained = null, applicable = null } = attainmentOf(data, subject) ?? {};
        const { opposed, reserved, favourable } = stances;
        const counts = [organisations, opposed, reserved, favourable];
        return [subjectCode(subject), criterion, ...counts, attained, applicable, rateOf(subject)];
      })
    }
  };
}
