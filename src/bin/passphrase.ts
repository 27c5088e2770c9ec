import { last, type Request } from '#lib/commands/command.ts';
import { UsageError } from './arguments.ts';

/** What the file named holds, without the end of its line; undefined where none is named. Throws UsageError. */
export function passphrase(request: Request): string | undefined {
  if (last(request, 'passphrase-file') === undefined) return undefined;
  const [file] = request.files['passphrase-file'] ?? [];
  const text = new TextDecoder().decode(file?.bytes).replace(/\r?\n$/, '');
  if (text === '') throw new UsageError('the passphrase is empty');
  return text;
}
