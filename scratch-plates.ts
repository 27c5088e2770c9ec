import { writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { loadSample } from '#lib/commands/load-sample.ts';
import { overviewReport } from '#lib/reports/overview.ts';
import { figureFiles } from '#lib/reports/figure-file.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import { withStore } from '#tests/server/temp-store.ts';
const out = '/tmp/plates'; mkdirSync(out, { recursive: true });
await withStore(async (store) => {
  await loadSample(store, path.resolve('data/sample'));
  const list = await store.read((db) => campaigns.list(db));
  for (const [locale, pairs] of [['fr', []], ['en', [['corridor', 'Imagerie'], ['theme', 'Chiffrement'], ['bands', '25,50,75']]]] as const) {
    const asked = viewOf(list[0]!, pairs as never);
    const { headline, lede, figures } = await overviewReport(store, asked, locale);
    console.log(headline, lede.join(''));
    for (const figure of figures) {
      for (const format of ['svg', 'png', 'csv']) {
        const t = performance.now();
        const body = await figureFiles[format]!.write(figure, { campaign: asked.campaign, filters: asked.view.filters, locale });
        console.log(figure.id, format, Math.round(performance.now() - t), 'ms', body?.length, format==='svg'? figure.title:'');
        if (body) writeFileSync(`${out}/${locale}-${figure.id}.${format}`, body);
      }
    }
  }
});
