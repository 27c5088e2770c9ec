import path from 'node:path';
import { Refused } from './refusal.ts';
import { damagedPart, readXml, type XmlHandlers } from './xml.ts';
import { unpack, type Zip, type ZipEntry } from './zip.ts';

export interface SheetPart {
  name: string;
  isHidden: boolean;
  part: string;
}

/** What a workbook is made of, as far as values need it. */
export interface WorkbookParts {
  sheets: SheetPart[];
  sharedStrings: string | undefined;
  styles: string | undefined;
  /** Whether days are counted from 1904. */
  is1904: boolean;
}

interface Relation {
  id: string;
  /** The last word of its type, such as `worksheet`. */
  type: string;
  target: string;
}

/** Finds the workbook's parts. Throws Refused where they are missing, hold macros or take values from elsewhere. */
export async function findParts(zip: Zip): Promise<WorkbookParts> {
  refuseActive(zip);
  const main = (await relations(zip, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw damagedPart('_rels/.rels');
  const related = await relations(zip, main);
  if (related.some(({ type }) => type === 'vbaProject')) throw new Refused('macros');
  if (related.some(({ type }) => type === 'externalLink')) throw new Refused('external_links');
  const targetOf = (type: string) => related.find((relation) => relation.type === type)?.target;
  return {
    ...(await readMain(zip, main, related)),
    sharedStrings: targetOf('sharedStrings'),
    styles: targetOf('styles')
  };
}

/** Reads a part; a missing one is damage. */
export function readPart(zip: Zip, part: string, handlers: XmlHandlers): Promise<void> {
  const entry = find(zip, part);
  if (!entry || entry.isEncrypted || entry.isLink) throw damagedPart(part);
  return readXml(unpack(zip, entry), part, handlers);
}

/** By what is inside, so that a renamed .xlsm is refused too. */
function refuseActive({ entries }: Zip): void {
  const names = entries.map(({ name }) => name.toLowerCase());
  if (names.some((name) => /(^|\/)(vbaproject|vbadata)[^/]*$|(^|\/)macrosheets\//.test(name)))
    throw new Refused('macros');
  if (names.some((name) => name.startsWith('xl/externallinks/'))) throw new Refused('external_links');
}

function find({ entries }: Zip, part: string): ZipEntry | undefined {
  return (
    entries.find(({ name }) => name === part) ??
    entries.find(({ name }) => name.toLowerCase() === part.toLowerCase())
  );
}

/** What a part refers to, by paths from the root; nothing where it has no list of that. */
async function relations(zip: Zip, part: string): Promise<Relation[]> {
  const folder = path.posix.dirname(part);
  const list = path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`);
  const found: Relation[] = [];
  if (!find(zip, list)) return found;
  await readPart(zip, list, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = path.posix.join('/', Target.startsWith('/') ? '' : folder, Target).slice(1);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    }
  });
  return found;
}

async function readMain(
  zip: Zip,
  main: string,
  related: Relation[]
): Promise<Pick<WorkbookParts, 'sheets' | 'is1904'>> {
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await readPart(zip, main, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const relation = related.find((one) => one.id === id);
      if (!relation) throw damagedPart(main);
      // chart and dialog sheets hold no cells
      if (relation.type !== 'worksheet') return;
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', isHidden, part: relation.target });
    }
  });
  return { sheets, is1904 };
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
