import type { Act, Deed, Way } from './chain.ts';

/** What the trail needs of a request. */
export interface Visit {
  /** The route as written in `routes`; null where nothing is there. */
  route: string | null;
  method: string;
  params: Record<string, string | undefined>;
  query: URLSearchParams;
}

/** Routes that show nothing of anybody's answers, and one that tells of itself what came of it, without its token. */
const silent = new Set([
  '/shared/[token]',
  '/healthz',
  '/readyz',
  '/metrics',
  '/notices/[name]',
  '/tokens.css',
  '/api/v1/openapi.json'
]);

function wayOf(route: string): Way {
  return route.startsWith('/api/') ? 'api' : 'page';
}

/** A file that leaves the application, or a page. */
function actOf(route: string, method: string): Act {
  if (method !== 'GET' && method !== 'HEAD') return 'change';
  const isFile = ['/api/', '/figures/', '/reports/'].some((start) => route.startsWith(start));
  return isFile || /\.\w+$/.test(route) ? 'export' : 'see';
}

/** The name of a form's action, which SvelteKit writes as `?/name`. */
function actionOf(query: URLSearchParams): string {
  const action = [...query.keys()].find((key) => key.startsWith('/'));
  return action === undefined ? '' : `?${action.slice(0, 60)}`;
}

/** The campaign that is looked at. Elsewhere than in an evolution, `to` is a day, or an address to go on to. */
function campaignOf({ route, params, query }: Visit): string | null {
  const isEvolution = route?.includes('evolution') || params['page'] === 'evolution';
  return query.get('campaign') ?? (isEvolution ? query.get('to') : null);
}

/** Codes and ids in an address, and its campaign; nothing that was typed into a form. */
function subjects(visit: Visit): Record<string, string> {
  const named = Object.entries(visit.params).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const campaign = campaignOf(visit);
  return Object.fromEntries(
    [...named, ...(campaign === null ? [] : [['campaign', campaign]])].map(([name, value]) => [
      name ?? '',
      (value ?? '').slice(0, 200)
    ])
  );
}

/** The deed that a request is; undefined for what needs no telling. */
export function deedOf(visit: Visit, status: number, by: string | null): Deed | undefined {
  const { route, method, query } = visit;
  if (route === null || silent.has(route)) return undefined;
  return {
    by,
    way: wayOf(route),
    act: actOf(route, method),
    what: route + (method === 'POST' ? actionOf(query) : ''),
    on: subjects(visit),
    outcome: status
  };
}
