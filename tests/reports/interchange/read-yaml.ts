/** One line: how far in it stands, and what it says. */
interface Line {
  indent: number;
  text: string;
}

function linesOf(yaml: string): Line[] {
  return yaml
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trimStart() }));
}

/** `- a: 1` is a dash, and a line that stands two further in. */
function withoutDash(lines: Line[]): Line[] {
  const [first, ...rest] = lines;
  if (!first) return [];
  return first.text === '-' ? rest : [{ indent: first.indent + 2, text: first.text.slice(2) }, ...rest];
}

function blocks(lines: Line[], indent: number): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    if (line.indent === indent) found.push([line]);
    else found.at(-1)?.push(line);
  }
  return found;
}

const keyPattern = /^((?:"(?:[^"\\]|\\.)*")|[a-z_]+):(?: (.*))?$/u;

function entry([first, ...rest]: Line[]): [string, unknown] {
  const [, key = '', value] = keyPattern.exec(first?.text ?? '') ?? [];
  const name = key.startsWith('"') ? (JSON.parse(key) as string) : key;
  return [name, value === undefined ? read(rest) : (JSON.parse(value) as unknown)];
}

function read(lines: Line[]): unknown {
  const [first] = lines;
  if (!first) return undefined;
  const parts = blocks(lines, first.indent);
  if (first.text === '-' || first.text.startsWith('- ')) return parts.map((part) => read(withoutDash(part)));
  if (keyPattern.test(first.text)) return Object.fromEntries(parts.map(entry));
  return JSON.parse(first.text) as unknown;
}

/** The part of YAML that is written here: block mappings and lists of JSON's scalars. */
export function readYaml(yaml: string): unknown {
  return yaml === '' ? {} : read(linesOf(yaml));
}
