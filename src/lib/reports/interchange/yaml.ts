/** What a YAML file is made of. */
export type YamlValue = string | number | boolean | null | YamlValue[] | { [key: string]: YamlValue };

/** What JSON leaves as it is, but readers of YAML refuse or fold. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Always between double quotes, which YAML reads as JSON does: no text can be a number, a mark or a key. */
function text(value: string): string {
  return JSON.stringify(value).replace(
    unprintable,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

function key(name: string): string {
  return /^[a-z_]+$/.test(name) ? name : text(name);
}

function nested(value: YamlValue, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []\n';
    return `\n${value.map((item) => `${indent}-${inList(item, indent)}`).join('')}`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value);
    return fields.length === 0 ? ' {}\n' : `\n${mapping(fields, indent)}`;
  }
  return ` ${typeof value === 'string' ? text(value) : String(value)}\n`;
}

function mapping(fields: [string, YamlValue][], indent: string): string {
  return fields.map(([name, value]) => `${indent}${key(name)}:${nested(value, `${indent}  `)}`).join('');
}

/** A mapping begins on the line of its dash. */
function inList(item: YamlValue, indent: string): string {
  const written = nested(item, `${indent}  `);
  return typeof item === 'object' && item !== null && !Array.isArray(item) && written.startsWith('\n')
    ? ` ${written.slice(1 + indent.length + 2)}`
    : written;
}

/** Block style, two blanks a level. */
export function toYaml(fields: { [key: string]: YamlValue }): string {
  return mapping(Object.entries(fields), '');
}
