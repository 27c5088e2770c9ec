/** Prints the bill of materials, CycloneDX: `npm run --silent sbom > sbom.cdx.json`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

interface Bill {
  bomFormat: string;
  metadata: { component: { name: string } };
  components: { name: string; version: string; hashes?: unknown[] }[];
}

/**
 * From the lock file, with each package's sum. Packages that only build and test are in it too, marked as such: the build
 * takes some of them into the application.
 */
export function billOfMaterials(): string {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const bill = JSON.parse(execFileSync('npm', words, { encoding: 'utf8', maxBuffer: 2 ** 28 })) as Bill;
  if (bill.bomFormat !== 'CycloneDX' || bill.components.length === 0)
    throw new Error('npm gave no bill of materials');
  // npm names the folder that it stands in
  bill.metadata.component.name = (JSON.parse(readFileSync('package.json', 'utf8')) as { name: string }).name;
  return `${JSON.stringify(bill, null, 2)}\n`;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.stdout.write(billOfMaterials());
