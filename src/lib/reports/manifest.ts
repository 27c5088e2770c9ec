import { createHash } from 'node:crypto';

export interface ManifestFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** What a publication consists of; nothing in it depends on when or by whom it was made. */
export interface Manifest {
  campaign: string;
  compared: string | null;
  locale: string;
  /** The rules in force. */
  thresholds: Record<string, number>;
  files: ManifestFile[];
}

export const manifestName = 'manifest.json';

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** As written beside the files; its SHA-256 is the publication's fingerprint. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function isFile(value: unknown): value is ManifestFile {
  return typeof value === 'object' && value !== null && 'name' in value && 'sha256' in value;
}

/** The files that a manifest lists; undefined where the text is none. */
export function manifestFiles(text: string): ManifestFile[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('files' in value) || !Array.isArray(value.files))
      return;
    return value.files.every(isFile) ? value.files : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
