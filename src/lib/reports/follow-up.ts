import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, isSingular, say } from '#lib/i18n/wording.ts';
import type { CorridorFollowUp, FollowUp } from '#lib/maturity/follow-up.ts';
import { cached } from '#lib/server/cache.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import type { Store } from '#lib/server/store.ts';
import type { KeyFigure } from './overview.ts';
import { linkSuggestions, type LinkSuggestion } from './follow-up-suggestions.ts';

export interface FollowUpReport {
  headline: string;
  lede: string[];
  keys: KeyFigure[];
  /** Over the corridors' table. */
  corridorsTitle: string;
  followUp: FollowUp;
  suggestions: LinkSuggestion[];
}

function headline({ expected, begun, complete }: FollowUp, locale: Locale): string {
  if (expected === 0)
    return say(
      locale,
      'Aucune liste de produits attendus pour cette campagne',
      'No list of expected products for this campaign'
    );
  if (complete === expected)
    return say(
      locale,
      expected === 1
        ? 'Le produit attendu a répondu en entier'
        : `Les ${integer(expected, locale)} produits attendus ont répondu en entier`,
      expected === 1
        ? 'The expected product answered in full'
        : `All ${integer(expected, locale)} expected products answered in full`
    );
  const missing = expected - begun;
  if (missing === 0)
    return say(
      locale,
      `Tous les produits attendus ont commencé à répondre, ${count(expected - complete, 'product', locale)} sans finir`,
      `All expected products have begun to answer, ${count(expected - complete, 'product', locale)} without finishing`
    );
  const whom = count(missing, 'product', locale);
  return say(
    locale,
    `${whom} sur ${integer(expected, locale)} attendus ${isSingular(missing, locale) ? 'n’a' : 'n’ont'} pas encore répondu`,
    `${whom} of ${integer(expected, locale)} expected ${isSingular(missing, locale) ? 'has' : 'have'} not answered yet`
  );
}

function keys(followUp: FollowUp, locale: Locale): KeyFigure[] {
  const { expected, begun, incomplete, complete } = followUp;
  const of = say(
    locale,
    `sur ${integer(expected, locale)} attendus`,
    `of ${integer(expected, locale)} expected`
  );
  return [
    {
      label: say(locale, 'Attendus', 'Expected'),
      value: integer(expected, locale),
      unit: '',
      note: say(locale, 'produits de la liste', 'products on the list')
    },
    { label: say(locale, 'Commencées', 'Begun'), value: integer(begun, locale), unit: '', note: of },
    {
      label: say(locale, 'Incomplètes', 'Incomplete'),
      value: integer(incomplete, locale),
      unit: '',
      note: say(
        locale,
        'un critère applicable sans réponse au moins',
        'one applicable criterion unanswered at least'
      )
    },
    {
      label: say(locale, 'Complètes', 'Complete'),
      value: integer(complete, locale),
      unit: '',
      note: say(locale, 'aucun critère applicable sans réponse', 'no applicable criterion unanswered')
    }
  ];
}

/** The corridor with the lowest share of answers, where more than one is expected; in pieces, every second stressed. */
function lede({ corridors, expected, begun }: FollowUp, locale: Locale): string[] {
  if (expected === 0)
    return [
      say(
        locale,
        'Donnez la liste des produits à qui l’on a demandé de répondre : cette page dira qui manque, couloir par couloir.',
        'Give the list of the products that were asked to answer: this page will say who is missing, corridor by corridor.'
      )
    ];
  if (begun === expected || corridors.length < 2) return [];
  const last = [...corridors].sort(
    (a, b) => a.begun / a.expected - b.begun / b.expected
  )[0] as CorridorFollowUp;
  const name = last.corridor || say(locale, 'sans couloir', 'without corridor');
  return [
    say(locale, 'Le couloir le moins avancé : ', 'The corridor furthest behind: '),
    name,
    say(
      locale,
      `, ${integer(last.begun, locale)} sur ${integer(last.expected, locale)}.`,
      `, ${integer(last.begun, locale)} of ${integer(last.expected, locale)}.`
    )
  ];
}

/** In how many corridors nobody is waited for any more. */
export function corridorsTitle(corridors: readonly CorridorFollowUp[], locale: Locale): string {
  const N = corridors.length;
  const n = corridors.filter(({ begun, expected }) => begun === expected).length;
  if (N === 1)
    return n === 1
      ? say(locale, 'Personne ne manque dans le seul couloir', 'Nobody is missing in the only corridor')
      : say(
          locale,
          'Des réponses manquent dans le seul couloir',
          'Responses are missing in the only corridor'
        );
  if (n === N)
    return say(locale, 'Personne ne manque, dans aucun couloir', 'Nobody is missing in any corridor');
  if (n === 0)
    return say(
      locale,
      'Des réponses manquent dans chaque couloir',
      'Responses are missing in every corridor'
    );
  return say(
    locale,
    `Personne ne manque dans ${count(n, 'corridor', 'fr')} sur ${integer(N, 'fr')}`,
    `Nobody is missing in ${integer(n, 'en')} of ${count(N, 'corridor', 'en')}`
  );
}

/** Who was asked, how far each is, who must be reminded, and which names may be those of expected products. */
export function followUpReport(store: Store, { id }: Campaign, locale: Locale): Promise<FollowUpReport> {
  return cached(store, JSON.stringify(['follow-up', id, locale]), async () => {
    const followUp = await store.read((db) => expectedProducts.followUp(db, id));
    return {
      headline: headline(followUp, locale),
      lede: lede(followUp, locale),
      keys: keys(followUp, locale),
      corridorsTitle: corridorsTitle(followUp.corridors, locale),
      followUp,
      suggestions: linkSuggestions(followUp)
    };
  });
}
