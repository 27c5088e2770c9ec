import { describe, expect, inject, test } from 'vitest';

const get = async (path: string) => {
  const response = await fetch(inject('address') + path);
  return { status: response.status, text: await response.text() };
};

describe('whoever operates the server', () => {
  test('learns that it answers, and that its store can be read', async () => {
    expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
    expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' });
  });

  test('gets counts of requests by route, and nothing of what was asked for', async () => {
    await get('/?campaign=v1&vendor=Tell-tale');
    await get('/vendors/Tell-tale?campaign=v1');
    const { text } = await get('/metrics');
    expect(text).toMatch(
      /palier_request_duration_seconds_count\{route="\/",method="GET",status="200"\} [1-9]/
    );
    expect(text).toMatch(/palier_slow_statements_total \d/);
    expect(text).not.toContain('Tell-tale');
  });
});
