import { mayOpen } from '#lib/access/may.ts';
import type { Role } from '#lib/access/role.ts';
import type { Place } from '#lib/components/places.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';

/** What whoever asks finds a way to, beside the places: told by the server, so that no browser loads the policy. */
export type Ways = ReturnType<typeof waysFor>;

export function waysFor(role: Role | undefined) {
  return {
    users: mayOpen(role, '/users'),
    trail: mayOpen(role, '/trail'),
    shares: mayOpen(role, '/shares'),
    sample: mayOpen(role, '/sample'),
    purge: mayOpen(role, '/products/[id]/purge'),
    withheld: mayOpen(role, '/reports/log/[fingerprint].json')
  };
}

/** The places, and their tabs, that this role may open; a place whose first page is closed leads to the first open tab. */
export function placesFor(role: Role | undefined, locale: Locale): Place[] {
  return placesIn(locale).flatMap((place) => {
    const tabs = place.tabs?.filter(({ path }) => mayOpen(role, path));
    if (mayOpen(role, place.path)) return [{ ...place, tabs }];
    return tabs?.[0] ? [{ ...tabs[0], tabs }] : [];
  });
}

/** The header's places in their order: a page is found here or by a link in another page. */
function placesIn(locale: Locale): Place[] {
  const s = (fr: string, en: string) => say(locale, fr, en);
  return [
    { path: '/', name: s('Vue d’ensemble', 'Overview') },
    { path: '/criteria', name: s('Critères', 'Criteria') },
    {
      path: '/products',
      name: s('Produits', 'Products'),
      tabs: [
        { path: '/products', name: s('Produits', 'Products') },
        { path: '/vendors', name: s('Éditeurs', 'Vendors') }
      ]
    },
    { path: '/evolution', name: s('Évolution', 'Evolution') },
    {
      path: '/calibration',
      name: s('Calibrage', 'Calibration'),
      tabs: [
        { path: '/calibration', name: s('Scénarios', 'Scenarios') },
        { path: '/consultation', name: s('Consultation', 'Consultation') },
        { path: '/audits', name: s('Audits', 'Audits') }
      ]
    },
    {
      path: '/reports',
      name: s('Rapports', 'Reports'),
      tabs: [
        { path: '/reports', name: s('Rapports', 'Reports') },
        { path: '/publications', name: s('Publications', 'Publications') },
        { path: '/shares', name: s('Liens de partage', 'Share links') }
      ]
    },
    {
      path: '/imports',
      name: s('Données', 'Data'),
      tabs: [
        { path: '/imports', name: s('Imports', 'Imports') },
        { path: '/follow-up', name: s('Suivi', 'Follow-up') }
      ]
    },
    {
      path: '/method',
      name: s('Méthode', 'Method'),
      tabs: [
        { path: '/method', name: s('Méthode', 'Method') },
        { path: '/analysis', name: s('Analyse', 'Analysis') }
      ]
    }
  ];
}
