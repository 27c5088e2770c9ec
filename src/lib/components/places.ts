import { mayOpen } from '#lib/access/may.ts';
import type { Role } from '#lib/access/role.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';

/** Where one can go from the header, or by a tab within one of these. */
export interface Place {
  path: string;
  name: string;
  /** The pages that share the place, the first of them at its own path. */
  tabs?: Place[] | undefined;
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

function holds(path: string, at: string): boolean {
  return at === path || (path !== '/' && at.startsWith(`${path}/`));
}

/** Whether a page at this path belongs to the place, and whether it is the place itself. */
export function currentAt({ path, tabs }: Place, at: string): 'page' | 'true' | undefined {
  if (at === path) return 'page';
  return [path, ...(tabs ?? []).map((tab) => tab.path)].some((one) => holds(one, at)) ? 'true' : undefined;
}

/** The tabs of the place that a page at this path belongs to; none below a tab, as on one product's page. */
export function tabsAt(
  role: Role | undefined,
  locale: Locale,
  at: string
): { name: string; tabs: Place[] } | undefined {
  const place = placesFor(role, locale).find(({ tabs }) => tabs?.some(({ path }) => path === at));
  return place?.tabs && place.tabs.length > 1 ? { name: place.name, tabs: place.tabs } : undefined;
}
