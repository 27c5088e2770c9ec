/** Where one can go from the header, or by a tab within one of these. */
export interface Place {
  path: string;
  name: string;
  /** The pages that share the place, the first of them at its own path. */
  tabs?: Place[] | undefined;
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
export function tabsAt(places: readonly Place[], at: string): { name: string; tabs: Place[] } | undefined {
  const place = places.find(({ tabs }) => tabs?.some(({ path }) => path === at));
  return place?.tabs && place.tabs.length > 1 ? { name: place.name, tabs: place.tabs } : undefined;
}
