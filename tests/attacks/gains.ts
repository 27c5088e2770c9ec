import { parseHTML } from 'linkedom';

/** Elements and attributes that no page of Palier has: only a text that is taken for markup brings them. */
export function foreign(html: string): string[] {
  const { document } = parseHTML(html);
  const scripts = [...document.querySelectorAll('script')].filter((script) =>
    /^\s*window\.hostile/.test(script.textContent ?? '')
  );
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    [...element.attributes].some(({ name }) => name.startsWith('on'))
  );
  const links = document.querySelectorAll(
    'img[src=x], iframe, [href^="javascript:"], [href^="http://elsewhere"]'
  );
  return [...scripts, ...handlers, ...links].map(({ outerHTML }) => outerHTML.slice(0, 120));
}

interface Answered {
  status: number;
  type: string;
  headers: Record<string, unknown>;
  body: string;
}

/** What an attacker hopes for in an answer; nothing where it is refused or taken as a text. */
export function gains({ status, type, headers, body }: Answered): string[] {
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(headers['x-injected'] === undefined ? [] : ['a header']),
    ...(headers['x-content-type-options'] === 'nosniff' || status >= 400 ? [] : ['a guess at the type']),
    ...(/html|svg/.test(type) ? foreign(body) : []),
    ...(/(Parser|Binder|Catalog|Conversion|Invalid Input) Error|node_modules|root:x:0/
      .exec(body)
      ?.slice(0, 1) ?? [])
  ];
}
