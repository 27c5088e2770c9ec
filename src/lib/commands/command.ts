import type { InputFile } from '#lib/ingest/types.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Store } from '#lib/server/store.ts';

/** A command as it reaches the process that holds the store: options read, files loaded. Plain data. */
export interface Request {
  command: string;
  positionals: string[];
  /** Every value given of each option; a flag has the value `true`. */
  options: Record<string, string[]>;
  /** The contents of the files that options and positionals name, by option (`_` for positionals). */
  files: Record<string, InputFile[]>;
  locale: Locale;
  /** What a command asks for that no argument may hold: a password. */
  secret?: string;
  /** The system's user who runs the command; absent where the system knows none. */
  user?: string;
}

/** What a command answers: 0 done, 1 refused, 2 usage. Results go to standard output, messages to standard error. */
export interface Result {
  exit: 0 | 1 | 2;
  json: unknown;
  text: string;
  messages: string[];
  /** Files for the process that asked to write where its option `output` says. */
  files?: OutputFile[];
  /** Whether `output` names a folder. */
  folder?: boolean;
}

/** A file that a command makes; its name holds no folder. */
export interface OutputFile {
  name: string;
  bytes: Uint8Array;
}

export interface OptionSpec {
  /** `output` names where the files made go: a file, or a folder where there may be several. */
  kind: 'text' | 'flag' | 'file' | 'output';
  /** One letter, for `-o`. */
  short?: string;
  /** Every value counts, not just the last. */
  multiple?: boolean;
  /** Where it is not given: the name of the system's user who runs the command. */
  byDefault?: 'user';
}

/** Who does this, as the history shows it; anybody may give another name. */
export const byOption: OptionSpec = { kind: 'text', byDefault: 'user' };

/** The name under which the history keeps an act; undefined where none is known. */
export function author(request: Request): string | undefined {
  return authorName(last(request, 'by'));
}

const longestName = 120;

/** A name as typed, on one line; undefined where it says nothing. */
export function authorName(name: string | undefined): string | undefined {
  return name?.replace(/\s+/g, ' ').trim().slice(0, longestName) || undefined;
}

export interface Command {
  usage: string;
  options: Record<string, OptionSpec>;
  /** What the positionals are; files are loaded, or of large ones the start. */
  positionals: { min: number; max: number; files?: boolean | 'start' };
  /** What the trail calls it: a change unless it only shows, or gives figures out. */
  act?: 'see' | 'export';
  /** A file that is loaded too where it stands beside the first positional: `files.beside`. */
  beside?: string;
  /** Whether a new password is asked for, on the terminal or from standard input. */
  secret?: boolean;
  /** Whether options `--attr.NAME` are taken too. */
  attributes?: boolean;
  run(store: Store, request: Request): Promise<Result>;
}

export function last(request: Request, option: string): string | undefined {
  return request.options[option]?.at(-1);
}

export function has(request: Request, option: string): boolean {
  return request.options[option] !== undefined;
}

export function done(json: unknown, text: string, messages: string[] = []): Result {
  return { exit: 0, json, text, messages };
}

/** Bad input: nothing was stored, and the message says why. */
export function refused(message: string): Result {
  return { exit: 1, json: { error: message }, text: '', messages: [message] };
}

export function misused(message: string): Result {
  return { exit: 2, json: { error: message }, text: '', messages: [message] };
}
