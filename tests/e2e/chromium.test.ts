import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inTempDir } from '#tests/server/temp-store.ts';
import { findChromium, launchChromium } from './chromium.ts';

test('the browser that PALIER_CHROMIUM names comes before the one on the path', () =>
  inTempDir(async (dir) => {
    for (const name of ['mine', 'chromium']) {
      await writeFile(path.join(dir, name), '');
      await chmod(path.join(dir, name), 0o755);
    }
    const mine = path.join(dir, 'mine');
    expect((await findChromium({ given: mine, folders: [dir] })).executablePath).toBe(mine);
    expect((await findChromium({ given: '', folders: [dir] })).executablePath).toBe(
      path.join(dir, 'chromium')
    );
  }));

test('a browser that is named and is not there is an error, not another browser', async () => {
  await expect(findChromium({ given: '/nowhere/chromium' })).rejects.toThrow('/nowhere/chromium');
});

test('without a browser on the machine, the one of the npm package is unpacked and draws a page', async () => {
  const found = await findChromium({ given: '', folders: [] });
  const browser = await launchChromium(found);
  try {
    const page = await browser.newPage();
    await page.setContent('<h1>Palier</h1>');
    expect(await page.locator('h1').boundingBox()).toMatchObject({ height: expect.any(Number) });
    expect(await page.title()).toBe('');
    // a browser that has just been started may not be able to draw yet
    const drawn = () =>
      page.screenshot().then(
        ({ length }) => length,
        () => 0
      );
    await expect.poll(drawn, { timeout: 20_000 }).toBeGreaterThan(1000);
  } finally {
    await browser.close();
  }
});
