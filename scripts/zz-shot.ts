import { launchChromium } from '#tests/e2e/chromium.ts';
const [path, name] = process.argv.slice(2) as [string, string];
const b = await launchChromium();
for (const [w, scheme] of [[1280, 'light'], [390, 'light'], [1280, 'dark']] as const) {
  const p = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme, locale: 'fr-FR' });
  p.on('console', (m) => m.type() === 'error' && console.log(m.text()));
  const r = await p.goto('http://127.0.0.1:3101' + path); console.log(r?.status());
  await p.waitForTimeout(600);
  await p.screenshot({ path: `/tmp/fr/${name}-${w}-${scheme}.png`, fullPage: true });
  await p.close();
}
await b.close();
