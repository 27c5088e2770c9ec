import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Dossier } from '../../dossier/dossier.ts';
import { fileDate } from '../../dossier/origin-words.ts';
import { dossierTypst } from './dossier-typst.ts';
import { withMarksFor } from './missing-signs.ts';

const faces = ['400Regular', '500Medium', '600SemiBold', '700Bold'];

const fonts = path.dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/public-sans/package.json')
);

let compiler: NodeCompiler | undefined;

/** Static faces: the variable one makes files six times as large. Kept, since fonts are read when it is made. */
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: fonts,
    fontArgs: [{ fontPaths: faces.map((face) => path.join(fonts, face)) }]
  });
  return compiler;
}

const attempts = 6;

/** What Typst compiles as a tagged PDF/UA-1; throws with its diagnostics where it refuses. */
export function compilePdf(source: string, date: string): Uint8Array<ArrayBuffer> {
  const typst = theCompiler();
  try {
    return compiled(typst, source, Date.parse(`${date}T00:00:00Z`) / 1000, attempts);
  } finally {
    typst.evictCache(10);
  }
}

/** Again with question marks where a text holds what no font at hand can show. */
function compiled(
  typst: NodeCompiler,
  source: string,
  seconds: number,
  left: number
): Uint8Array<ArrayBuffer> {
  try {
    const bytes = typst.pdf({ mainFileContent: source }, { pdfStandard: 'ua-1', creationTimestamp: seconds });
    return new Uint8Array(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const shown = left > 0 ? withMarksFor(message, source, left === 1) : undefined;
    if (shown === undefined) throw error;
    return compiled(typst, shown, seconds, left - 1);
  }
}

/** A paged, tagged A4 dossier with vector drawings and real text. */
export function dossierPdf(dossier: Dossier): Uint8Array<ArrayBuffer> {
  return compilePdf(dossierTypst(dossier), fileDate(dossier));
}
