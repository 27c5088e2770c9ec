import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { desk, phone } from './browser.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Rules = 'all' | 'colours';

const colourRules: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** A page as it is looked at. */
type Look = readonly [colorScheme: 'light' | 'dark', viewport: typeof desk, rules: Rules];

/** What axe is asked; what it would load once more, media and style sheets, only rules that are not asked read. */
const asked: Record<Rules, axe.RunOptions> = {
  all: { resultTypes: ['violations'], preload: false },
  colours: { resultTypes: ['violations'], preload: false, runOnly: colourRules }
};

/** What axe finds wrong, each with the places where it found it. */
async function violations(page: Page, rules: Rules): Promise<string[]> {
  const results = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    asked[rules]
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 6)
      .map(({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary}`)
  );
}

/** In both themes: the second one changes nothing but colours. */
export function on(viewport: typeof desk): Look[] {
  return [
    ['light', viewport, 'all'],
    ['dark', viewport, 'colours']
  ];
}

/** The page as it is now, by default in two looks: what is wrong with a theme is so in any window, and the other way round. */
export async function expectNoViolation(
  page: Page,
  looks: readonly Look[] = [
    ['light', desk, 'all'],
    ['dark', phone, 'all']
  ]
): Promise<void> {
  await page.evaluate(axeSource);
  for (const [colorScheme, viewport, rules] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    expect(await violations(page, rules), `${page.url()} ${colorScheme} ${viewport.width} px`).toEqual([]);
  }
}
