import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '#lib/i18n/locale.ts';

/** Pages that the law asks for, and of which only the operator can write the text. */
export const noticeNames = ['legal', 'personal-data', 'accessibility'] as const;
export type NoticeName = (typeof noticeNames)[number];

export function isNotice(name: string): name is NoticeName {
  return (noticeNames as readonly string[]).includes(name);
}

async function textIn(folder: string, file: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(folder, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The operator's text, `legal.fr.md` or `legal.en.md` in one of the folders, the first that has it; in the other language
 * where there is none in this one.
 */
export async function text(
  folders: readonly string[],
  name: NoticeName,
  locale: Locale
): Promise<{ text: string; locale: Locale } | undefined> {
  const other = locale === 'fr' ? 'en' : 'fr';
  for (const folder of folders)
    for (const own of [locale, other] as const) {
      const found = await textIn(folder, `${name}.${own}.md`);
      if (found !== undefined) return { text: found, locale: own };
    }
  return undefined;
}
