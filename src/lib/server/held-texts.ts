import { run, type Db, type Parameter, type Parameters } from './sql.ts';

/** The SQL by which each text, or list of texts, that a connection holds is read. */
const heldBy = new WeakMap<Db, Map<string, Promise<string>>>();

function isText(parameter: Parameter): parameter is string | readonly string[] {
  if (!Array.isArray(parameter)) return typeof parameter === 'string';
  return parameter.length > 0 && parameter.every((value) => typeof value === 'string');
}

/** The SQL that reads a text from its variable, which is set where the connection does not hold it yet. */
function reading(db: Db, value: string | readonly string[]): Promise<string> {
  const held = heldBy.get(db) ?? new Map<string, Promise<string>>();
  heldBy.set(db, held);
  const key = JSON.stringify(value);
  const known = held.get(key);
  if (known) return known;
  const name = `text_${held.size}`;
  const set = run(db, `set variable ${name} = $value`, { value }).then(() => `getvariable('${name}')`);
  held.set(key, set);
  return set;
}

/**
 * The statement with its texts read from variables of the connection, which are set by a parameter, and the parameters that
 * are left. DuckDB plans a statement with parameters twice, which takes as long as a question of a small campaign itself; one
 * that reads variables it plans once, with their values known.
 */
export async function withHeldTexts(
  db: Db,
  sql: string,
  parameters: Parameters
): Promise<[string, Parameters]> {
  const texts = new Map<string, string>();
  const bound: Parameters = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    if (isText(parameter)) texts.set(name, await reading(db, parameter));
    else bound[name] = parameter;
  }
  return [sql.replace(/\$(\w+)/g, (reference, name: string) => texts.get(name) ?? reference), bound];
}

/** Before a connection serves another reader: what it held is set anew. */
export function forgetTexts(db: Db): void {
  heldBy.delete(db);
}
