import { expect } from 'vitest';
import { pageNumbers, type PageNumbers } from './page-numbers.ts';

/** A view as addresses ask for it. */
export interface Asked {
  address: string;
  code: string;
  query: string;
  lang: 'fr' | 'en';
  message: string;
}

/** Once more where the server had just closed the connection that was kept: while naive loops run here, seconds go by. */
async function get(url: string): Promise<Response> {
  try {
    return await fetch(url);
  } catch (thrown) {
    const { code } = ((thrown as Error).cause ?? {}) as { code?: string };
    if (code !== 'UND_ERR_SOCKET' && code !== 'ECONNRESET') throw thrown;
    return fetch(url);
  }
}

export async function page({ address, query, message }: Asked, path: string): Promise<PageNumbers> {
  const response = await get(`${address}${path}${path.includes('?') ? '&' : '?'}${query}`);
  expect(response.status, `${path} ${message}`).toBe(200);
  return pageNumbers(await response.text());
}

export async function api<Row>({ address, code, query }: Asked, question: string): Promise<Row> {
  const response = await get(`${address}/api/v1/campaigns/${encodeURIComponent(code)}/${question}?${query}`);
  return (await response.json()) as Row;
}

/** Pages sort as their readers want; rows are compared by what they are of. */
export function byName<Row>(rows: Row[], name: (row: Row) => string): Row[] {
  return [...rows].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

/** A table's rows without their first cells, which say what the row is of. */
export function behind(rows: string[][], cells = 1): string[][] {
  return rows.map((row) => row.slice(cells));
}
