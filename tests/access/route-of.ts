import { policy } from '#lib/access/policy.ts';

const part = /\[[^\]]+\]/g;

function pattern(route: string): RegExp {
  const pieces = route.split(/(\[[^\]]+\])/).map((piece) => {
    if (piece.startsWith('[...')) return '.*';
    return piece.startsWith('[') ? '[^/]+' : piece.replace(/[.]/g, '\\.');
  });
  return new RegExp(`^${pieces.join('')}$`);
}

/** The more of a route is written out, the sooner it is taken; one that takes whole paths comes last. */
const routes = Object.keys(policy)
  .map((route) => ({ route, written: route.replace(part, '').length - (route.includes('[...') ? 1 : 0) }))
  .sort((one, other) => other.written - one.written)
  .map(({ route }) => ({ route, pattern: pattern(route) }));

/** The route that answers to a path, by the policy; undefined where none does. */
export function routeOf(pathname: string): string | undefined {
  return routes.find(({ pattern }) => pattern.test(pathname))?.route;
}
