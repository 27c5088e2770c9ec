import { toCsv } from '#lib/reports/csv.ts';
import type { Answered } from '#lib/reports/questions.ts';

export type Format = 'json' | 'csv';

const mediaTypes: Record<string, Format> = { 'application/json': 'json', 'text/csv': 'csv' };

function quality(parameters: string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  return q === undefined ? 1 : Number(q.slice(2)) || 0;
}

/** The one of the two media types that an `Accept` header names first or prefers; JSON where it names neither. */
export function preferredFormat(accept: string | null): Format {
  const ranked = (accept ?? '')
    .toLowerCase()
    .split(',')
    .flatMap((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
      const format = Object.hasOwn(mediaTypes, type) ? mediaTypes[type] : undefined;
      return format && quality(parameters) > 0 ? { format, q: quality(parameters) } : [];
    });
  ranked.sort((a, b) => b.q - a.q);
  return ranked[0]?.format ?? 'json';
}

/** An address's last part as the name it asks for, and the format: that of its ending, else of the `Accept` header. */
export function splitFormat(last: string, request: Request): { name: string; format: Format } {
  const name = last.replace(/\.csv$/i, '');
  return { name, format: name === last ? preferredFormat(request.headers.get('accept')) : 'csv' };
}

const writers: Record<Format, (answered: Answered) => Response> = {
  json: ({ figures }) => Response.json(figures),
  csv: ({ table }) => new Response(toCsv(table()), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
};

export function write(answered: Answered, format: Format): Response {
  const response = writers[format](answered);
  response.headers.set('vary', 'Accept');
  return response;
}
