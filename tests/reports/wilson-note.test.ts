import { expect, test } from 'vitest';
import { loadSample } from '#lib/commands/load-sample.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { analysisPage } from '#lib/reports/analysis.ts';
import { criteriaReport } from '#lib/reports/criteria.ts';
import { criterionReport } from '#lib/reports/criterion.ts';
import type { Figure } from '#lib/reports/figure.ts';
import { overviewReport } from '#lib/reports/overview.ts';
import { wilsonNote } from '#lib/reports/wilson-note.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Store } from '#lib/server/store.ts';
import { withStore } from '#tests/server/temp-store.ts';

/** Charts that draw an interval of Wilson's alone. */
const drawsIntervals = ['rankedCriteria', 'criteriaLevels', 'levelsBy', 'ladder'];

async function figuresOf(store: Store, locale: Locale): Promise<Figure[]> {
  const campaign = await store.read((db) => campaigns.find(db, 'v2'));
  if (!campaign) throw new Error('no campaign v2');
  const asked = viewOf(campaign, []);
  const reports = await Promise.all([
    overviewReport(store, asked, locale),
    criteriaReport(store, asked, 'theme', locale),
    criterionReport(store, asked, 'Q01', locale),
    analysisPage(store, asked, locale)
  ]);
  return reports.flatMap((report) => report?.figures ?? []);
}

test('wherever an interval of Wilson’s is drawn it says what that means when nearly all products answered', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    for (const locale of ['fr', 'en'] as const) {
      const figures = await figuresOf(store, locale);
      const drawn = figures.filter(({ drawing }) => drawing && drawsIntervals.includes(drawing.chart));
      expect(drawn.map(({ id }) => id)).toHaveLength(6);
      for (const { id, caption } of drawn) expect(caption.includes(wilsonNote(locale)), id).toBe(true);
    }
  }));
