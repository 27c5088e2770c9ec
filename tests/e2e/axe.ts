import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { desk, phone } from './browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, each with the places where it found it. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] })
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 6)
      .map(({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary}`)
  );
}

/** A page as it is looked at. */
type Look = readonly [colorScheme: 'light' | 'dark', viewport: typeof desk];

/** Both themes and both windows in two looks: what is wrong with a theme is so in any window, and the other way round. */
export const looks = {
  fr: [
    ['light', desk],
    ['dark', phone]
  ],
  en: [
    ['dark', desk],
    ['light', phone]
  ]
} as const satisfies Record<string, readonly Look[]>;

/** In both themes. */
export function on(viewport: typeof desk): Look[] {
  return [
    ['light', viewport],
    ['dark', viewport]
  ];
}

/** The page as it is now. */
export async function expectNoViolation(page: Page, given: readonly Look[] = looks.fr): Promise<void> {
  await page.evaluate(axeSource);
  for (const [colorScheme, viewport] of given) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    expect(await violations(page), `${page.url()} ${colorScheme} ${viewport.width} px`).toEqual([]);
  }
}
