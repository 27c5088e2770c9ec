/**
 * Writes a folder of evidence for a security accreditation: `npm run evidence -- FOLDER`. Versions, the bill of materials,
 * known flaws of packages, the threat model, and what the tests that hold it said.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { billOfMaterials } from './bill-of-materials.ts';
import { machineWords, thisMachine, withoutMachine } from './machine-words.ts';

const folder = path.resolve(process.argv[2] ?? 'evidence');
mkdirSync(folder, { recursive: true });

const machine = thisMachine();

/** The folder is handed on: what a tool said of this machine is left out. */
function write(name: string, said: string): void {
  const text = withoutMachine(said, machine);
  writeFileSync(path.join(folder, name), text);
  console.log(`${name}: ${text.length} bytes`);
}

function said(command: string, words: string[]): string {
  const { stdout, stderr, status } = spawnSync(command, words, { encoding: 'utf8' });
  return `$ ${command} ${words.join(' ')}\n${stdout}${stderr}ended with ${status}\n`;
}

function versions(): string {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    name: string;
    version: string;
  };
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const changed = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }).trim();
  const lines = {
    [name]: version,
    commit: commit + (changed === '' ? '' : ' with changes that are not committed'),
    node: process.version,
    openssl: process.versions.openssl,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    made: new Date().toISOString()
  };
  return Object.entries(lines)
    .map(([what, is]) => `${what}: ${is}\n`)
    .join('');
}

/** The tests that the threat model names, so that nothing is claimed that isn't run. */
function testsOf(threatModel: string): string[] {
  const named = [...threatModel.matchAll(/`(tests\/[^`]+)`/g)].map(([, file]) => file ?? '');
  return [...new Set(named)].sort();
}

function run(project: string, files: string[]): number {
  const report = path.join(folder, `tests-${project}.json`);
  const words = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`
  ];
  const { stdout, stderr, status } = spawnSync('npx', [...words, ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28
  });
  write(`tests-${project}.txt`, stdout + stderr);
  write(`tests-${project}.json`, readFileSync(report, 'utf8'));
  return status ?? 1;
}

function digests(): string {
  const names = readdirSync(folder)
    .filter((name) => name !== 'SHA256SUMS')
    .sort();
  return names
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex')}  ${name}\n`
    )
    .join('');
}

write('versions.txt', versions());
write('sbom.cdx.json', billOfMaterials());
write('audit.txt', said('npm', ['audit', '--omit=dev']));
for (const page of [
  'threat-model.md',
  'configuration.md',
  'decisions.md',
  'disclosure.md',
  'architecture.md'
])
  copyFileSync(path.join('docs', page), path.join(folder, page));
const files = testsOf(readFileSync('docs/threat-model.md', 'utf8'));
const isServed = (file: string) => /^tests\/(e2e|pages|attacks)/.test(file);
const failed =
  run(
    'unit',
    files.filter((file) => !isServed(file))
  ) + run('e2e', files.filter(isServed));
write('SHA256SUMS', digests());
const told = machineWords(folder, machine);
for (const what of told) console.error(`tells of this machine: ${what}`);
process.exitCode = failed === 0 && told.length === 0 ? 0 : 1;
