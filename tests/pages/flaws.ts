import { parseHTML } from 'linkedom';

const noNumber = /\b(NaN|undefined|Infinity|null)\b|\[object /;

function textFlaws(document: Document): string[] {
  const texts = [...document.querySelectorAll('title, body *')]
    .filter(({ localName }) => localName !== 'script' && localName !== 'style')
    .flatMap((element) => [
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ textContent }) => textContent ?? ''),
      ...['aria-label', 'title', 'alt', 'placeholder', 'href', 'value'].map(
        (name) => element.getAttribute(name) ?? ''
      )
    ]);
  return texts.filter((text) => noNumber.test(text)).map((text) => `text: ${text.slice(0, 200)}`);
}

function isNegativeLength(name: string, value: string): boolean {
  return ['width', 'height', 'r', 'rx', 'ry'].includes(name) && Number(value) < 0;
}

function drawingFlaws(document: Document): string[] {
  return [...document.querySelectorAll('svg, svg *')].flatMap((element) =>
    [...element.attributes]
      .filter(
        ({ name, value }) =>
          name !== 'aria-label' &&
          (noNumber.test(value) || /NaN/.test(value) || isNegativeLength(name, value))
      )
      .map(({ name, value }) => `<${element.localName} ${name}="${value.slice(0, 200)}">`)
  );
}

/** Elements and attributes that the pages never have, so that only a text taken for markup brings them. */
function foreignMarkup(document: Document): string[] {
  const scripts = [...document.querySelectorAll('script')].filter(
    (script) => !script.hasAttribute('nonce') && !script.hasAttribute('src')
  );
  const handlers = [...document.querySelectorAll('body *')].filter((element) =>
    [...element.attributes].some(({ name }) => name.startsWith('on'))
  );
  const links = [...document.querySelectorAll('[href^="javascript:"]')];
  return [...scripts, ...handlers, ...links, ...document.querySelectorAll('img, iframe, i, marquee')].map(
    (element) => `markup: ${element.outerHTML.slice(0, 200)}`
  );
}

function missingTitles(document: Document): string[] {
  const isBlank = (selector: string, within: ParentNode = document) =>
    !within.querySelector(selector)?.textContent?.trim();
  const untitled = [...document.querySelectorAll('main figure[aria-labelledby]')].filter((figure) =>
    isBlank('h2', figure)
  );
  const unnamed = [...document.querySelectorAll('svg[role="img"]')].filter(
    (svg) => !svg.getAttribute('aria-label')?.trim()
  );
  return [
    ...(isBlank('title') ? ['no title'] : []),
    ...(isBlank('h1') ? ['no heading'] : []),
    ...untitled.map(({ id }) => `figure ${id} has no title`),
    ...unnamed.slice(0, 3).map((svg) => `drawing without words: ${svg.outerHTML.slice(0, 120)}`)
  ];
}

/** What is wrong with a page's HTML, whatever the campaign that it shows. */
export function flaws(html: string): string[] {
  const { document } = parseHTML(html);
  return [
    ...textFlaws(document),
    ...drawingFlaws(document),
    ...foreignMarkup(document),
    ...missingTitles(document)
  ];
}
