import { parseHTML } from 'linkedom';
import { routeOf } from '../access/route-of.ts';
import type { Visitor } from './browser.ts';

/** A form as a page shows it, filled in as a person would who changes nothing. */
export interface Form {
  /** The path with the action. */
  action: string;
  /** As `/imports ?/undo`. */
  operation: string;
  fields: Record<string, string>;
  /** Fields for files. */
  files: string[];
}

/** What a field that is empty is filled in with, by its type. */
const filled: Record<string, string> = {
  date: '2026-11-01',
  number: '1',
  'datetime-local': '2026-11-01T10:00'
};

function valueOf(field: Element): string {
  const option = field.querySelector('option[selected]') ?? field.querySelector('option:not([value=""])');
  if (field.localName === 'select') return option?.getAttribute('value') ?? option?.textContent ?? '';
  if (field.localName === 'textarea') return field.textContent || 'x';
  return field.getAttribute('value') || (filled[field.getAttribute('type') ?? ''] ?? 'x');
}

function operationOf({ pathname, searchParams }: URL): string {
  const name = [...searchParams.keys()].find((key) => key.startsWith('/')) ?? '/default';
  return `${routeOf(pathname) ?? pathname} ?${name}`;
}

/** Every form that changes something, once for each of its buttons that leads elsewhere. */
export function formsIn(html: string, at: string): Form[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('form')].flatMap((form) => {
    if (form.getAttribute('method')?.toLowerCase() !== 'post') return [];
    const named = [
      ...form.querySelectorAll('[name]'),
      ...document.querySelectorAll(`[form="${form.id || '-'}"]`)
    ];
    const isFile = (field: Element) => field.getAttribute('type') === 'file';
    const nameOf = (field: Element) => field.getAttribute('name') ?? '';
    const fields = Object.fromEntries(
      named.filter((one) => !isFile(one)).map((one) => [nameOf(one), valueOf(one)])
    );
    const buttons = [...form.querySelectorAll('[formaction]')].map((one) => one.getAttribute('formaction'));
    return [form.getAttribute('action'), ...buttons].map((to) => {
      const url = new URL(to ?? '', at);
      return {
        action: url.pathname + url.search,
        operation: operationOf(url),
        fields,
        files: named.filter(isFile).map(nameOf)
      };
    });
  });
}

/** Sends a form as a browser does, with a small file of this name where it asks for files. */
export function send(
  visitor: Visitor,
  { action, fields, files }: Form,
  { fileName = 'a.csv', headers = {} }: { fileName?: string; headers?: Record<string, string> } = {}
): Promise<Response> {
  if (files.length === 0) return visitor.post(action, fields, headers);
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const name of files) body.append(name, new File(['product,vendor,Q1\nAlpha,Beta,2\n'], fileName));
  const own = { origin: visitor.address, accept: 'text/html', ...headers };
  return visitor.ask(action, { method: 'POST', body, headers: own });
}
