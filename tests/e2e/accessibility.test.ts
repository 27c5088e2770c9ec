import { test } from 'vitest';
import { expectNoViolation, on } from './axe.ts';
import { desk, inOneWindow, inPage, open, phone } from './browser.ts';
import { pages } from './pages.ts';

/** What is wrong with words is so in any window, and the other way round. */
const visits = [
  ['fr', 'desk', desk],
  ['en', 'phone', phone]
] as const;

for (const [language, device, viewport] of visits) {
  const inWindow = inOneWindow({ viewport });

  test.each(pages)(`axe finds nothing in %s in ${language}, in both themes, on a ${device}`, (path) =>
    inWindow(async (page) => {
      await open(page, `${path}&lang=${language}`);
      await expectNoViolation(page, on(viewport));
    })
  );

  test.each([
    ['unknown campaign', '/?campaign=nope', 404],
    ['unknown page', '/nowhere?', 404],
    ['impossible setting', '/?bands=9,5', 400]
  ])(`axe finds nothing in the error page of an %s in ${language} on a ${device}`, (_, path, status) =>
    inPage(
      async (page) => {
        await page.goto(`${path}&lang=${language}`);
        await expectNoViolation(page, on(viewport));
      },
      { viewport, expected: new RegExp(`status of ${status}`) }
    )
  );
}
