import type { Db } from '#lib/server/sql.ts';
import { author, byOption, done, refused, type Command } from './command.ts';

interface TakenBack {
  usage: string;
  /** Takes it back; false where no such number is in force: there is none, or it was taken back before. */
  retract: (db: Db, id: number, by: string | undefined) => Promise<boolean>;
  /** What has such numbers, as « merge or rename ». */
  noun: string;
}

/** The command that takes back what somebody said of the data, by its number. */
export function takeBackCommand({ usage, retract, noun }: TakenBack): Command {
  return {
    usage,
    options: { by: byOption },
    positionals: { min: 1, max: 1 },
    async run(opened, request) {
      const text = request.positionals[0] ?? '';
      const id = /^\d{1,9}$/.test(text) ? Number(text) : -1;
      const found = await opened.write((db) => retract(db, id, author(request)));
      return found
        ? done({ id, retracted: true }, `no. ${id} taken back\n`)
        : refused(`no ${noun} in force: ${text}`);
    }
  };
}
