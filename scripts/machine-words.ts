import { readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What a machine is known by: where the project and its user's files stand, and its name. */
export interface Machine {
  root: string;
  home: string;
  host: string;
  /** The folders at the top of its disk. */
  top: readonly string[];
}

export function thisMachine(): Machine {
  const folders = readdirSync('/', { withFileTypes: true }).filter((entry) => !entry.isFile());
  return {
    root: process.cwd(),
    home: os.homedir(),
    host: os.hostname(),
    top: folders.map(({ name }) => name)
  };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A path from the top of the disk; not a part of a longer one, nor of an address. */
function absolutePath(top: readonly string[]): RegExp {
  return new RegExp(`(?:file://|(?<![\\w.~:/-]))/(?:${top.map(literal).join('|')})/[^\\s"'\`()<>,;]+`, 'g');
}

/** The machine's name where it stands as a word; a name of a few letters is a word of other texts too. */
function hostName({ host }: Machine): RegExp {
  return new RegExp(host.length > 4 ? `(?<![\\w-])${literal(host)}(?![\\w-])` : '(?!)', 'g');
}

/** Text of tools as it may leave the machine: no colours, no place on its disk but those within the project. */
export function withoutMachine(text: string, machine: Machine): string {
  return text
    .replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
    .replaceAll(new RegExp(`(?:file://)?${literal(machine.root)}(?=[/\\s"'\`):,;]|$)`, 'gm'), '.')
    .replaceAll(absolutePath(machine.top), '<path>')
    .replaceAll(hostName(machine), '<host>');
}

/** Lines of a folder's files that tell of the machine, as `file: what`. */
export function machineWords(folder: string, machine: Machine): string[] {
  return readdirSync(folder).flatMap((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const found = [...text.matchAll(absolutePath(machine.top)), ...text.matchAll(hostName(machine))];
    const own = [machine.root, machine.home].filter(
      (place) => place.length > 1 && text.includes(`${place}/`)
    );
    return [...found.map(([what]) => what), ...own].map((what) => `${name}: ${what}`);
  });
}
