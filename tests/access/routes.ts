/** The modules of every route, as SvelteKit runs them. */
const servers = import.meta.glob('/src/routes/**/+server.ts');
const pageServers = import.meta.glob('/src/routes/**/+page.server.ts');
const pages = import.meta.glob('/src/routes/**/+page.svelte');

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];

function routeOf(file: string): string {
  return file.replace(/^\/src\/routes/, '').replace(/\/\+[^/]+$/, '') || '/';
}

/** Every route with what can be asked of it: methods, and a form's actions as `?/name`. */
export async function routesThatAreThere(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const add = (file: string, operations: string[]) =>
    found.set(routeOf(file), [...new Set([...(found.get(routeOf(file)) ?? []), ...operations])]);
  for (const file of Object.keys(pages)) add(file, ['GET']);
  for (const [file, load] of Object.entries(pageServers)) {
    const { actions } = (await load()) as { actions?: object };
    add(file, ['GET', ...Object.keys(actions ?? {}).map((name) => `?/${name}`)]);
  }
  for (const [file, load] of Object.entries(servers)) {
    const module = (await load()) as object;
    add(
      file,
      methods.filter((method) => method in module)
    );
  }
  return found;
}
