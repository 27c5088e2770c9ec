import { execFile } from 'node:child_process';
import { accessSync, constants, createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

/** A browser that can be started, and what its process needs to know. */
export interface Chromium {
  executablePath: string;
  env: Record<string, string>;
  args: string[];
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const root = path.resolve(import.meta.dirname, '../..');

/** `folders` are looked through for a browser of the system's. */
interface Search {
  given?: string | undefined;
  folders?: string[];
}

function systemFolders(): string[] {
  return [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/bin'].filter((folder) => folder !== '');
}

/**
 * The browser that `PALIER_CHROMIUM` names, else the system's, else the one inside the npm package
 * `@sparticuz/chromium`, unpacked. Throws where there is none: a test that needs a browser must not be skipped.
 */
export async function findChromium({
  given = process.env['PALIER_CHROMIUM'],
  folders = systemFolders()
}: Search = {}): Promise<Chromium> {
  const args = isRoot() ? ['--no-sandbox'] : [];
  if (given) {
    if (!isExecutable(given)) throw new Error(`PALIER_CHROMIUM is not a program: ${given}`);
    return { executablePath: given, env: {}, args };
  }
  const installed = folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find(isExecutable);
  return installed === undefined ? shipped() : { executablePath: installed, env: {}, args };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function packageFolder(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `no Chromium found for ${process.platform} ${process.arch}: install one, or name one in PALIER_CHROMIUM`
    );
  }
  try {
    return path.resolve(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../..');
  } catch (error) {
    throw new Error('no Chromium found: run `npm ci`, install one, or name one in PALIER_CHROMIUM', {
      cause: error
    });
  }
}

/** Unpacked once, beside the packages, so that `npm ci` takes it away with the package that it came from. */
async function shipped(): Promise<Chromium> {
  const bin = path.join(packageFolder(), 'bin');
  const folder = path.join(root, 'node_modules/.cache/palier-chromium');
  if (!isNewerThan(folder, path.join(bin, 'chromium.br'))) await unpackInto(folder, bin);
  // the shipped libraries stand in for libnss3, which a bare machine lacks
  const libraries = [path.join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, ...fonts },
    args: ['--no-sandbox', '--no-zygote']
  };
}

function isNewerThan(folder: string, source: string): boolean {
  return existsSync(folder) && statSync(folder).mtimeMs >= statSync(source).mtimeMs;
}

/** Whole or not at all: another test run may be unpacking too. */
async function unpackInto(folder: string, bin: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  await Promise.all([
    unpackFile(path.join(bin, 'chromium.br'), path.join(fresh, 'chromium')),
    ...['al2023', 'fonts', 'swiftshader'].map((name) =>
      unpackArchive(path.join(bin, `${name}.tar.br`), fresh)
    )
  ]);
  await writeFile(
    path.join(fresh, 'fonts.conf'),
    `<?xml version="1.0"?>\n<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`
  );
  await rm(folder, { recursive: true, force: true });
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function unpackFile(source: string, target: string): Promise<void> {
  return pipeline(
    createReadStream(source),
    createBrotliDecompress(),
    createWriteStream(target, { mode: 0o755 })
  );
}

async function unpackArchive(source: string, folder: string): Promise<void> {
  const archive = path.join(folder, path.basename(source, '.br'));
  await unpackFile(source, archive);
  await promisify(execFile)('tar', ['-x', '--no-same-owner', '-f', archive, '-C', folder]);
  await rm(archive);
}

/** Starts the browser; `found` is by default whichever this machine has. */
export async function launchChromium(found?: Chromium): Promise<Browser> {
  const { executablePath, env, args } = found ?? (await findChromium());
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      ...args,
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run'
    ]
  });
}
