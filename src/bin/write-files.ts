import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { last, type Request, type Result } from '#lib/commands/command.ts';
import { FileError, type Words } from './arguments.ts';

/** Writes the files that a command made: under the name given, or into the folder given. */
export function writeFiles(command: Words, request: Request, { files, folder }: Result): void {
  const option = Object.keys(command.options).find((name) => command.options[name]?.kind === 'output');
  const target = option === undefined ? undefined : last(request, option);
  if (!files || target === undefined) return;
  try {
    if (folder) mkdirSync(target, { recursive: true });
    for (const { name, bytes } of files) writeFileSync(folder ? path.join(target, name) : target, bytes);
  } catch (error) {
    throw new FileError(`cannot write ${target}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
