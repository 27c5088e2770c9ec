import { stanceWord } from '#lib/i18n/consultation.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { quoted, say } from '#lib/i18n/wording.ts';
import { total, type Consultation, type TypeCounts } from '#lib/maturity/consultation.ts';
import type { Figure } from '../figure.ts';
import { stanceKey, stanceParts } from './stances.ts';

function typeName(type: string, locale: Locale): string {
  return type || say(locale, 'type non précisé', 'type not given');
}

/** The counts of the two most frequent types, side by side: a difference between them is not tested, so none is claimed. */
function title({ types }: Consultation, locale: Locale): string {
  const opposed = ({ type, stances }: TypeCounts) => {
    const name = quoted(typeName(type, locale), locale);
    const [n, N] = [integer(stances.opposed, locale), integer(total(stances), locale)];
    return say(locale, `${n} des ${N} avis ${name}`, `${n} of ${N} opinions of ${name}`);
  };
  const [first, second] = types;
  if (!first) return say(locale, 'Aucun avis à compter', 'No opinion to count');
  if (!second) return say(locale, `Opposés : ${opposed(first)}`, `Opposed: ${opposed(first)}`);
  return say(
    locale,
    `Opposés : ${opposed(first)}, ${opposed(second)}`,
    `Opposed: ${opposed(first)}, ${opposed(second)}`
  );
}

function caption({ organisations }: Consultation, opinions: number, locale: Locale): string {
  return say(
    locale,
    `N = ${integer(opinions, 'fr')} avis de ${integer(organisations, 'fr')} organisations. Une organisation compte une fois par exigence et par position, quel que soit le nombre de ses textes et copies. Qui répond à une consultation n’est pas un échantillon au hasard ; les écarts entre types ne sont pas testés.`,
    `N = ${integer(opinions, 'en')} opinions of ${integer(organisations, 'en')} organisations. An organisation counts once a requirement and stance, however many texts and copies it sent. Who answers a consultation is no random sample; differences between types are not tested.`
  );
}

/** Opinions by type of organisation, the most frequent first. */
export function stancesByType(consultation: Consultation, locale: Locale): Figure {
  const { types, stances } = consultation;
  const rows = types.map(({ type, stances }) => {
    const label = typeName(type, locale);
    return {
      code: '',
      label,
      parts: stanceParts(stances, label, locale),
      figure: integer(total(stances), locale)
    };
  });
  const most = Math.max(0, ...types.map(({ stances }) => total(stances)));
  const head = say(locale, 'avis', 'opinions');
  return {
    id: 'stances-by-type',
    title: title(consultation, locale),
    subline: say(
      locale,
      'Avis par type d’organisation et par position',
      'Opinions by type of organisation and by stance'
    ),
    caption: caption(consultation, total(stances), locale),
    ...(rows.length > 0
      ? { drawing: { chart: 'stackedBars', rows: { rows, head, most, key: stanceKey(locale) } } }
      : {}),
    table: {
      columns: [
        { label: say(locale, 'Type', 'Type'), kind: 'text' },
        { label: say(locale, 'Organisations', 'Organisations'), kind: 'count' },
        { label: stanceWord('opposed', locale, true), kind: 'count' },
        { label: stanceWord('reserved', locale, true), kind: 'count' },
        { label: stanceWord('favourable', locale, true), kind: 'count' }
      ],
      rows: types.map(({ type, organisations, stances }) => [
        typeName(type, locale),
        organisations,
        stances.opposed,
        stances.reserved,
        stances.favourable
      ])
    }
  };
}
