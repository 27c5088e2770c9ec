import type { Page } from 'playwright-core';
import type { Locale } from '#lib/i18n/locale.ts';

interface Shot {
  address: string;
  /** The picture begins at its top, and has its width. */
  frame: string;
  /** The picture ends with the last of these that is whole within `mostHeight`; the others are hidden. */
  pieces: string;
  /** In px. */
  mostHeight: number;
}

const floors = ['Hôpital=30', 'Imagerie=30'].map((floor) => `corridor-floor=${encodeURIComponent(floor)}`);

/** The chapter on calibration goes over these, on the sample's second campaign. */
const shots: Record<string, Shot> = {
  'calibration-costs': {
    address: '/calibration?campaign=v2',
    frame: '.calibration',
    pieces: '.calibration tr, .calibration .bars, .consequences dl > div',
    mostHeight: 790
  },
  'calibration-frontier': {
    address: '/calibration?campaign=v2',
    frame: '#frontier',
    pieces: '#frontier',
    mostHeight: 900
  },
  'calibration-optimum': {
    address: `/calibration/optimum?campaign=v2&size=17&${floors.join('&')}`,
    frame: '.head',
    pieces: '.optimum > *',
    mostHeight: 1100
  }
};

/** Takes every picture of the chapter from the served sample; `save` writes one under its name. */
export async function takeCalibration(
  page: Page,
  address: string,
  locale: Locale,
  save: (name: string, picture: Buffer) => Promise<void>
): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [name, shot] of Object.entries(shots)) {
    await page.goto(`${address}${shot.address}&lang=${locale}`);
    await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await save(name, await taken(page, shot));
  }
}

async function taken(page: Page, shot: Shot): Promise<Buffer> {
  const clip = await page.evaluate(({ frame, pieces, mostHeight }) => {
    const { left, top, width } = (document.querySelector(frame) ?? document.body).getBoundingClientRect();
    const all = [...document.querySelectorAll<HTMLElement>(pieces)];
    const ends = all.map((piece) => piece.getBoundingClientRect().bottom - top);
    const height = Math.max(...ends.filter((end) => end <= mostHeight));
    for (const [i, piece] of all.entries()) if ((ends[i] ?? 0) > height) piece.style.visibility = 'hidden';
    return { x: left - 12, y: top + scrollY - 12, width: width + 24, height: height + 24 };
  }, shot);
  return page.screenshot({ fullPage: true, clip, animations: 'disabled' });
}
