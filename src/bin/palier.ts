import { restoreWords } from '#lib/commands/backup.ts';
import { refused, type Request, type Result } from '#lib/commands/command.ts';
import { commands } from '#lib/commands/registry.ts';
import { troubleWords } from '#lib/i18n/trouble.ts';
import { troubleOf, type Trouble } from '#lib/server/trouble.ts';
import { FileError, readArguments, systemLocale, UsageError, type Words } from './arguments.ts';
import { backup } from './backup.ts';
import { inStore } from './in-store.ts';
import { restore } from './restore.ts';
import { askPassword } from './ask-password.ts';
import { serve, serveUsage } from './serve.ts';
import { writeFiles } from './write-files.ts';

/** All commands but `serve`. */
const known: Record<string, Words> = { ...commands, restore: restoreWords };

/** Commands of which this process does a part itself. */
const own: Record<string, (dir: string, request: Request) => Promise<Result>> = { backup, restore };

function printUsage(): void {
  const usages = [...Object.values(known).map(({ usage }) => usage), serveUsage];
  process.stderr.write(`usage:\n${usages.map((usage) => `  ${usage}\n`).join('')}`);
}

/** Whoever reads the output may stop early, as `head` does: the rest is for nobody, and no error. */
function toleratesClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Waits until the text is out: a process that exits earlier cuts what a pipe hasn't taken yet. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => stream.write(text, () => resolve()));
}

async function print({ json, text, messages }: Result, asJson: boolean): Promise<void> {
  if (messages.length > 0) await write(process.stderr, `${messages.join('\n')}\n`);
  await write(process.stdout, asJson ? `${JSON.stringify(json)}\n` : text);
}

async function runCommand(name: string, command: Words, argv: string[]): Promise<number> {
  const { json, data, request } = readArguments(name, command, argv);
  const secret = 'secret' in command && command.secret ? { secret: await askPassword() } : {};
  const result = await (own[name] ?? inStore)(data, { ...request, ...secret });
  writeFiles(command, request, result);
  await print(result, json);
  return result.exit;
}

/** A command's name is one word or two. */
function split(words: string[]): { name: string | undefined; argv: string[] } {
  const two = words.slice(0, 2).join(' ');
  const length = Object.hasOwn(known, two) ? 2 : 1;
  return { name: length === 2 ? two : words[0], argv: words.slice(length) };
}

function asksForHelp(argv: string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? argv.length : end).includes('--help');
}

async function help(usage: string): Promise<number> {
  await write(process.stdout, `usage: ${usage}\n`);
  return 0;
}

async function tellTrouble(trouble: Trouble, argv: string[]): Promise<number> {
  await print(refused(troubleWords(trouble, systemLocale())), argv.includes('--json'));
  return 1;
}

async function main(words: string[]): Promise<number> {
  const { name, argv } = split(words);
  if (name === 'serve') return asksForHelp(argv) ? help(serveUsage) : serve(argv);
  const command = name !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
  if (name === undefined || !command) {
    const isAsked = name === undefined || name === '--help' || name === 'help';
    if (!isAsked) process.stderr.write(`unknown command: ${name}\n`);
    printUsage();
    return isAsked ? 0 : 2;
  }
  if (asksForHelp(argv)) return help(command.usage);
  try {
    return await runCommand(name, command, argv);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble) return tellTrouble(trouble, argv);
    if (!(error instanceof UsageError) && !(error instanceof FileError)) throw error;
    const usage = error instanceof UsageError ? [`usage: ${command.usage}`] : [];
    const exit = error instanceof UsageError ? 2 : 1;
    await print(
      { exit, json: { error: error.message }, text: '', messages: [error.message, ...usage] },
      argv.includes('--json')
    );
    return exit;
  }
}

toleratesClosedPipe(process.stdout);
toleratesClosedPipe(process.stderr);
process.exitCode = await main(process.argv.slice(2));
