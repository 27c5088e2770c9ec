/** The address with one parameter set to this, or without it. */
export function withParameter({ pathname, search }: URL, name: string, value: string | undefined): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(name);
  if (value !== undefined) parameters.set(name, value);
  return `${pathname}?${parameters.toString()}`;
}

/** The address with these values of a parameter beside those that it has. */
export function withValues({ pathname, search }: URL, name: string, values: readonly string[]): string {
  const parameters = new URLSearchParams(search);
  for (const value of values) if (!parameters.getAll(name).includes(value)) parameters.append(name, value);
  return `${pathname}?${parameters.toString()}`;
}

/** Where the search that an address asks for tells how far it is. */
export function searchAddress(asked: string, page: URL, scenario: string | undefined): string {
  return figureAddress(new URL(asked, page), '', scenario).replace(
    '/figures/calibration/',
    '/calibration/search'
  );
}

/** A file of the calibration page's figures, of this scenario where the page's own address leaves it out. */
export function figureAddress(page: URL, file: string, scenario: string | undefined): string {
  const own = new URL(`/figures/calibration/${file}${page.search}`, page);
  return withParameter(own, 'scenario', scenario ?? page.searchParams.get('scenario') ?? undefined);
}
