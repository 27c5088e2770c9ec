/** Writes every chart case into one page, to be looked at: `npx tsx scripts/gallery.ts OUT.html`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pagePalette, tokensCss } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import { tokens } from '#lib/charts/tokens.ts';
import { cases, type Case } from '#tests/charts/cases.ts';

const [, , out] = process.argv;
if (!out) throw new Error('usage: gallery.ts OUT.html');

const font = new URL(
  '../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
  import.meta.url
);

writeFileSync(out, page());

function page(): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Galerie des figures</title>
<style>${tokensCss()}
@font-face{font-family:"Public Sans";font-weight:100 900;src:url(data:font/woff2;base64,${readFileSync(font, 'base64')})}
.dark{${darkTokens()}}
body{margin:0;font-family:"Public Sans"}section{background:var(--ground);color:var(--ink);padding:24px 48px}
h2{font-size:12px;font-weight:400;color:var(--ink-3);margin:28px 0 8px}
svg{display:block}.pair{display:flex;gap:48px;align-items:flex-start}</style>
${section('light')}${section('dark')}</html>`;
}

function darkTokens(): string {
  return Object.entries(tokens)
    .map(([name, [, dark]]) => `--${name}:${dark}`)
    .join(';');
}

function section(theme: string): string {
  return `<section class="${theme}">${cases.map(figure).join('\n')}</section>`;
}

function figure(one: Case): string {
  const draw = (width: number) =>
    toSvg((_: null, options) => one.draw(options), null, {
      width,
      palette: pagePalette,
      locale: one.name.endsWith('Ends') ? 'en' : 'fr',
      label: one.name
    });
  return `<div id="${one.name}"><h2>${one.name}</h2><div class="pair">${draw(one.width)}${draw(one.phone)}</div></div>`;
}
