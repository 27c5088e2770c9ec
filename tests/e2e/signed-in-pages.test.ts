import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { routeOf } from '#tests/access/route-of.ts';
import { guarded, type Guarded } from '#tests/attacks/served.ts';
import { password } from '#tests/attacks/signed-in.ts';
import { waitingUpload } from '#tests/attacks/waiting-upload.ts';
import { readQrCode } from '#tests/server/access/read-qr-code.ts';
import { expectNoViolation } from './axe.ts';
import { inPage, open, overflow } from './browser.ts';
import { pages } from './pages.ts';

let at: Guarded;
/** An upload that waits. */
let upload = '';

beforeAll(async () => {
  at = await guarded();
  upload = await waitingUpload(at);
});
afterAll(() => at.stop());

/** Pages that are there only where people sign in, or once somebody has sent a file or published (`reports.test.ts`). */
const apart = ['/account', '/sign-in', '/sign-in/first', '/imports/[id]', '/reports/log/[fingerprint]'];

test('every page of the application is asked for all that pages must do, or is looked at here', () => {
  const there = Object.keys(import.meta.glob('/src/routes/**/+page.svelte')).map(
    (file) => file.replace(/^\/src\/routes/, '').replace(/\/\+page\.svelte$/, '') || '/'
  );
  const listed = pages.map((page) => routeOf(new URL(page, at.address).pathname) ?? page);
  expect(there.filter((route) => !listed.includes(route) && !apart.includes(route))).toEqual([]);
  expect(listed.filter((route) => !there.includes(route))).toEqual([]);
});

test('every page that is listed is there, and no other in its place', async () => {
  for (const page of pages) {
    const { status } = await fetch(inject('address') + page, { redirect: 'manual' });
    expect(status, page).toBe(200);
  }
});

/** A screenshot, where a camera would have to find the code. */
function asSvg(png: Buffer): string {
  const image = `<image width="1280" height="900" href="data:image/png;base64,${png.toString('base64')}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="900">${image}</svg>`;
}

describe.each(['fr', 'en'] as const)('where people sign in, in %s', (language) => {
  test('axe finds nothing in signing in, and its pages fit a phone', () =>
    inPage(
      async (page) => {
        await open(page, `/sign-in?lang=${language}`);
        await expectNoViolation(page);
        expect(await overflow(page)).toEqual([]);
        await page.locator('[name="name"]').fill('Odile');
        await page.locator('[name="password"]').fill(password);
        await page.locator('form.sign-in button').click();
        await page.waitForURL(/sign-in\/first/);
        await page.locator('[name="code"]').waitFor();
        await expectNoViolation(page);
        expect(await overflow(page)).toEqual([]);
        const address = await page.locator('a[href^="otpauth:"]').getAttribute('href');
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(readQrCode(asSvg(await page.screenshot())), colorScheme).toBe(address);
        }
      },
      { address: at.address }
    ));

  test('axe finds nothing in a person’s own page, in accounts and in an upload, and they fit a phone', () =>
    inPage(
      async (page) => {
        for (const path of ['/account', '/users', upload]) {
          await open(page, `${path}?lang=${language}`);
          await expectNoViolation(page);
          expect(await overflow(page), path).toEqual([]);
        }
      },
      { address: at.address, extraHTTPHeaders: { cookie: at.manager.cookie } }
    ));
});
