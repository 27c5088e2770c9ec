import { integer } from './format.ts';
import type { Locale } from './locale.ts';
import type { FrontierQuery } from '#lib/maturity/frontier/query.ts';
import { count, counted, isSingular, say } from './wording.ts';

/** The words around the frontier, the comparison and the search of an optimum. */
export function frontierWords(locale: Locale) {
  const one = (fr: string, en: string) => say(locale, fr, en);
  return {
    bySize: one('Par nombre d’exigences', 'By number of requirements'),
    byFirmness: one('Par fermeté', 'By firmness'),
    longer: one('Chercher plus longtemps', 'Search longer'),
    cannot: one('Aucune frontière sous ces contraintes', 'No frontier under these constraints'),
    measure: one('Mesure', 'Measure'),
    difference: one('Écart', 'Difference'),
    byCorridor: one(
      'Par couloir, toutes respectées sur concernés',
      'By corridor, all met, of those concerned'
    ),
    optimum: one('Optimum sous contraintes', 'Optimum under constraints'),
    optimumLede: one(
      'Pour chaque nombre d’exigences, le plus de produits qui puissent toutes les respecter, sous les contraintes que vous posez. Un optimum devient un scénario, que l’on reprend à la main.',
      'For every number of requirements, the most products that can meet all of them, under constraints that you set. An optimum becomes a scenario, to be worked on by hand.'
    ),
    constraints: one('Contraintes', 'Constraints'),
    candidates: one('Critères examinés', 'Criteria examined'),
    allCriteria: one('Tout le questionnaire, aux cibles', 'The whole questionnaire, at its targets'),
    floors: one(
      'Part des produits admis, au moins, par couloir',
      'Share of products admitted, at least, by corridor'
    ),
    themes: one('Nombre d’exigences, au moins, par thème', 'Number of requirements, at least, by theme'),
    criteria: one('Critères imposés ou exclus', 'Criteria included or excluded'),
    free: one('libre', 'free'),
    included: one('imposé', 'included'),
    excluded: one('exclu', 'excluded'),
    weight: one('poids', 'weight'),
    seconds: one('Temps de recherche, en secondes', 'Time for the search, in seconds'),
    search: one('Chercher', 'Search'),
    searching: one('Recherche en cours', 'Searching'),
    firstLine: one('produits admis', 'products admitted'),
    secondLine: one('à un niveau près', 'within one level'),
    stop: one('Arrêter', 'Stop'),
    size: one('Nombre d’exigences de l’optimum', 'Number of requirements of the optimum'),
    chosen: one('Exigences de l’optimum', 'Requirements of the optimum'),
    noSet: one(
      'Aucun ensemble de cette taille sous ces contraintes',
      'No set of this size under these constraints'
    ),
    name: one('Nom du scénario', 'Name of the scenario'),
    by: one('Par (facultatif)', 'By (optional)'),
    create: one('Créer le scénario', 'Create the scenario'),
    law: one('Imposer ce que la loi exige déjà', 'Include what the law requires already'),
    byLaw: one('(exigé par la loi)', '(required by law)'),
    level: one('Niveau', 'Level'),
    calibration: one('Calibrage', 'Calibration'),
    noTheme: one('sans thème', 'without theme'),
    noCorridor: one('sans couloir', 'without corridor')
  };
}

export type FrontierWords = ReturnType<typeof frontierWords>;

/** What an optimum lets in, in one line. */
export function optimumTitle(
  {
    size,
    admitted,
    bound,
    proven
  }: { size: number; admitted: number; bound: number | null; proven: boolean },
  products: number,
  locale: Locale
): string {
  const N = integer(products, locale);
  const requirements = counted(
    size,
    locale === 'fr' ? ['exigence', 'exigences'] : ['requirement', 'requirements'],
    locale
  );
  const [most, bounded] = proven
    ? [say(locale, 'Au mieux, ', 'At best, '), '']
    : [
        '',
        say(
          locale,
          ` : meilleur trouvé, ${integer(bound ?? 0, 'fr')} au plus`,
          `: the best found, ${integer(bound ?? 0, 'en')} at most`
        )
      ];
  const met = say(
    locale,
    `${count(admitted, 'product', 'fr')} sur ${N} ${isSingular(admitted, 'fr') ? 'respecte' : 'respectent'} ${requirements} à la fois`,
    `${integer(admitted, 'en')} of ${count(products, 'product', 'en')} ${isSingular(admitted, 'en') ? 'meets' : 'meet'} ${requirements} at once`
  );
  return most + met + bounded;
}

/** The constraints as people read them. */
export function constraintWords(query: FrontierQuery, locale: Locale): string[] {
  return [
    ...query.include.map((code) => say(locale, `${code} imposé`, `${code} included`)),
    ...query.exclude.map((code) => say(locale, `${code} exclu`, `${code} excluded`)),
    ...query.weights.map(({ code, weight }) =>
      say(locale, `${code} de poids ${weight}`, `${code} of weight ${weight}`)
    ),
    ...query.minThemes.map(({ theme, least }) =>
      say(locale, `${theme} : ${least} au moins`, `${theme}: ${least} at least`)
    ),
    ...query.floors.map(({ corridor, percent }) => {
      const name = corridor || say(locale, 'sans couloir', 'without corridor');
      return say(locale, `${name} à ${percent} % au moins`, `${name} at ${percent}% at least`);
    })
  ];
}
