import type { ImportRequest } from '#lib/commands/import-files.ts';
import type { InputFile } from '#lib/ingest/types.ts';

/** As many as in the programme. */
export const criteria = 59;
const codes = Array.from({ length: criteria }, (_, i) => `Q${String(i + 1).padStart(2, '0')}`);

function questionnaireFile(): InputFile {
  const rows = codes.map(
    (code, i) =>
      `${code},Thème ${i % 11},${i < 33 ? 'common' : 'conditional'},Question ${code},Non,En partie,Oui,Mesuré,3`
  );
  const header = 'code,theme,scope,label_fr,level_1_fr,level_2_fr,level_3_fr,level_4_fr,target';
  return { name: 'questionnaire.csv', bytes: new TextEncoder().encode([header, ...rows, ''].join('\n')) };
}

function answer(product: number, criterion: number): string {
  const n = (product * 7919 + criterion * 104729) % 23;
  return n === 0 ? '' : n === 1 && criterion >= 33 ? 'NA' : String(1 + (n % 4));
}

function identity(product: number): string {
  return `Produit ${product},Éditeur ${Math.floor(product / 2)},Couloir ${product % 6},2026-01-${String(1 + (product % 28)).padStart(2, '0')}`;
}

/** So many products of half as many vendors, in six corridors. */
export function answersFile(layout: 'long' | 'wide', products: number): InputFile {
  const lines = Array.from({ length: products }, (_, p) =>
    layout === 'wide'
      ? `${identity(p)},${codes.map((_, c) => answer(p, c)).join()}`
      : codes.map((code, c) => `${identity(p)},${code},${answer(p, c)}`).join('\n')
  );
  const header = `product,vendor,corridor,submitted_at,${layout === 'wide' ? codes.join() : 'criterion,answer'}`;
  return { name: `${layout}.csv`, bytes: new TextEncoder().encode([header, ...lines, ''].join('\n')) };
}

export function importRequest(file: InputFile): ImportRequest {
  return {
    campaign: 'v1',
    questionnaire: questionnaireFile(),
    files: [file],
    partial: false,
    dryRun: false,
    read: {},
    origin: 'command'
  };
}
