/** Writes the README's picture, `docs/overview.png`, from the running application with the sample: `npm run screenshot`. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium } from '#tests/e2e/chromium.ts';
import { ensureBuilt, withServer } from '#tests/e2e/served.ts';

const picture = path.resolve(import.meta.dirname, '../docs/overview.png');
const most = 300_000;

async function take(address: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 1000 },
      locale: 'fr-FR',
      colorScheme: 'light'
    });
    await page.goto(`${address}/?campaign=v2&lang=fr`);
    await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}

await ensureBuilt();
await mkdir(path.dirname(picture), { recursive: true });
await withServer(({ address }) => take(address), { sample: true });

const { size } = await stat(picture);
if (size > most) throw new Error(`${picture} has ${size} bytes, more than ${most}`);
console.log(`${picture}: ${Math.round(size / 1000)} kB`);
