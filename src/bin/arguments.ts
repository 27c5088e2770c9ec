import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Command, OptionSpec, Request } from '#lib/commands/command.ts';
import { fileOnDisk } from '#lib/commands/file-on-disk.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import { isLocale, type Locale } from '#lib/i18n/locale.ts';

/** A command as far as its words go. */
export type Words = Omit<Command, 'run'>;

/** Thrown where the command line can't be understood. */
export class UsageError extends Error {}

/** Thrown where a file named on the command line can't be read. */
export class FileError extends Error {}

export interface Arguments {
  json: boolean;
  data: string;
  request: Request;
}

const general: Record<string, OptionSpec> = {
  json: { kind: 'flag' },
  data: { kind: 'text' },
  locale: { kind: 'text' }
};

function attributeOptions(argv: string[]): Record<string, OptionSpec> {
  const names = argv.flatMap((word) => /^--(attr\.[^=]+)/.exec(word)?.[1] ?? []);
  return Object.fromEntries(names.map((name) => [name, { kind: 'text', multiple: true }]));
}

function parseWords(argv: string[], specs: Record<string, OptionSpec>) {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { kind, short }]) => [
      name,
      {
        type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
        multiple: true as const,
        ...(short ? { short } : {})
      }
    ])
  );
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** `-` is standard input. */
function loadFile(name: string): InputFile {
  return orFileError(name, () => ({
    name: path.basename(name),
    bytes: new Uint8Array(readFileSync(name === '-' ? 0 : name))
  }));
}

function loadStart(name: string): InputFile {
  return orFileError(name, () => fileOnDisk(path.resolve(name), path.basename(name)));
}

function orFileError<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'no such file' : String(error);
    throw new FileError(`cannot read ${name}: ${reason}`);
  }
}

function loadFiles(
  command: Words,
  values: Record<string, string[]>,
  positionals: string[]
): Request['files'] {
  const named = Object.entries(command.options).filter(([name, { kind }]) => kind === 'file' && values[name]);
  const files = Object.fromEntries(named.map(([name]) => [name, (values[name] ?? []).map(loadFile)]));
  const wanted = command.positionals.files;
  if (!wanted) return files;
  const load = wanted === 'start' ? loadStart : loadFile;
  return { ...files, ...besideFirst(command, positionals), _: positionals.map(load) };
}

function besideFirst({ beside }: Words, [first]: string[]): Request['files'] {
  const file = beside === undefined || first === undefined ? '' : path.join(path.dirname(first), beside);
  return file !== '' && existsSync(file) ? { beside: [loadFile(file)] } : {};
}

export function systemLocale(): Locale {
  const system = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return system.startsWith('fr') ? 'fr' : 'en';
}

function localeOf(given: string | undefined): Locale {
  return isLocale(given) ? given : systemLocale();
}

/** The system's name for who runs this; undefined where it knows none, as in some containers. */
function userName(): string | undefined {
  try {
    return os.userInfo().username;
  } catch {
    return process.env['USER'] || undefined;
  }
}

function defaults(specs: Record<string, OptionSpec>, user: string | undefined): Record<string, string[]> {
  const names = Object.keys(specs).filter((name) => specs[name]?.byDefault === 'user');
  return user === undefined ? {} : Object.fromEntries(names.map((name) => [name, [user]]));
}

/** The folder that holds the store: `--data`, else `PALIER_DATA`, else `data/store`. */
export function dataFolder(given: string | undefined): string {
  return path.resolve(given ?? (process.env['PALIER_DATA'] || 'data/store'));
}

/** Understands a command's words and loads its files. Throws UsageError or FileError. */
export function readArguments(name: string, command: Words, argv: string[]): Arguments {
  const specs = { ...command.options, ...general, ...(command.attributes ? attributeOptions(argv) : {}) };
  const { values, positionals } = parseWords(argv, specs);
  const { min, max } = command.positionals;
  if (positionals.length < min || positionals.length > max) {
    throw new UsageError(
      positionals.length < min ? 'too few arguments' : `unexpected argument: ${positionals[max] ?? ''}`
    );
  }
  const given = Object.fromEntries(
    Object.entries(values).map(([key, list]) => [key, (list ?? []).map(String)])
  );
  const user = userName();
  const options = { ...defaults(specs, user), ...given };
  return {
    json: options['json'] !== undefined,
    data: dataFolder(options['data']?.at(-1)),
    request: {
      command: name,
      positionals,
      options,
      files: loadFiles(command, options, positionals),
      locale: localeOf(options['locale']?.at(-1)),
      ...(user === undefined ? {} : { user })
    }
  };
}
