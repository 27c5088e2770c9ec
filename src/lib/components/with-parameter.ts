/** The address with one parameter set to this, or without it. */
export function withParameter({ pathname, search }: URL, name: string, value: string | undefined): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(name);
  if (value !== undefined) parameters.set(name, value);
  return `${pathname}?${parameters.toString()}`;
}
