import { expect, inject, test } from 'vitest';
import { pages } from './pages.ts';

/** The trail is of all campaigns. */
const ofNoCampaign = /^\/trail[.?]/;

/** The links of a page that lead to pages and files of the application. */
async function linksOf(path: string): Promise<URL[]> {
  const address = inject('address');
  const html = await (await fetch(address + path)).text();
  return [...html.matchAll(/<a\s[^>]*?href="(?!#)([^"]*)"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), address + path))
    .filter(({ origin, pathname, search }) => origin === address && !ofNoCampaign.test(pathname + search));
}

/** Every page as somebody opens it who names neither campaign nor language, and as somebody who chose another. */
const visits = pages.flatMap((path) => [
  { path: path.replace(/campaign=v2&?/, ''), campaign: undefined },
  { path: `${path.replaceAll('v2', 'v1').replace('from=v1&to=v1&', '')}&lang=en`, campaign: 'v1' }
]);

test('every link of every page carries campaign and language, and stays in the campaign chosen', async () => {
  const wrong: string[] = [];
  let found = 0;
  for (const { path, campaign } of visits) {
    for (const { pathname, search, searchParams } of await linksOf(path)) {
      const named = searchParams.get('campaign');
      // links of one page to itself choose among campaigns, and imports lead to what each was an import of
      const chooses = path.startsWith(`${pathname}?`) || path.startsWith('/imports?');
      const stays = campaign === undefined || named === campaign || chooses;
      found += 1;
      if (!named || !searchParams.has('lang') || !stays) wrong.push(`${path}: ${pathname}${search}`);
    }
  }
  expect(found).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
});
