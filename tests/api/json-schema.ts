export type Schema = Record<string, unknown>;

const isType: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
};

/** What of a value a schema does not allow, as far as the interface's schemas go; empty where it fits. */
export function violations(
  value: unknown,
  schema: Schema,
  schemas: Record<string, Schema>,
  at = ''
): string[] {
  const inner = (part: unknown, rule: unknown, place: string) =>
    violations(part, rule as Schema, schemas, `${at}/${place}`);
  if (typeof schema['$ref'] === 'string') {
    const named = schemas[schema['$ref'].replace('#/components/schemas/', '')];
    return named ? violations(value, named, schemas, at) : [`${at}: no schema ${schema['$ref']}`];
  }
  const found: string[] = [];
  const types = [schema['type'] ?? []].flat() as string[];
  if (types.length > 0 && !types.some((type) => isType[type]?.(value)))
    found.push(`${at}: ${JSON.stringify(value)} is no ${types.join()}`);
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(value))
    found.push(`${at}: ${JSON.stringify(value)} not in enum`);
  if (
    typeof value === 'string' &&
    typeof schema['pattern'] === 'string' &&
    !new RegExp(schema['pattern'], 'u').test(value)
  ) {
    found.push(`${at}: ${value} is not ${schema['pattern']}`);
  }
  if (typeof value === 'number' && value < ((schema['minimum'] as number | undefined) ?? -Infinity))
    found.push(`${at}: ${value} too low`);
  if (typeof value === 'number' && value > ((schema['maximum'] as number | undefined) ?? Infinity))
    found.push(`${at}: ${value} too high`);
  if (Array.isArray(value))
    value.forEach((item, i) => found.push(...inner(item, schema['items'] ?? {}, String(i))));
  if (isType['object']?.(value)) {
    const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
    const fields = value as Record<string, unknown>;
    for (const name of (schema['required'] as string[] | undefined) ?? [])
      if (!(name in fields)) found.push(`${at}: no ${name}`);
    for (const [name, field] of Object.entries(fields)) {
      const rule = properties[name];
      if (rule) found.push(...inner(field, rule, name));
      else if (schema['additionalProperties'] === false) found.push(`${at}: ${name} is not described`);
    }
  }
  return found;
}
