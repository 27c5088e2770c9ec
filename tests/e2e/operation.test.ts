import { get as httpGet } from 'node:http';
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

/** `fetch` sends the host of its address whatever is asked of it. */
function statusFor(
  host: string,
  path: string
): Promise<{ status: number | undefined; type: string | undefined }> {
  const { hostname, port } = new URL(inject('address'));
  return new Promise((resolve, reject) => {
    httpGet({ hostname, port, path, headers: { host } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, type: response.headers['content-type'] });
    }).on('error', reject);
  });
}

describe('a request under another host name', () => {
  test('is refused, by the API with a problem document', async () => {
    expect(await statusFor('elsewhere.example', '/?campaign=v1')).toMatchObject({ status: 421 });
    expect(await statusFor('elsewhere.example', '/api/v1/campaigns')).toEqual({
      status: 421,
      type: 'application/problem+json'
    });
  });
});

test('every answer carries the headers that keep it out of other sites’ reach', async () => {
  for (const path of ['/?campaign=v1', '/api/v1/campaigns', '/products.csv?campaign=v1', '/nowhere']) {
    const { headers } = await fetch(inject('address') + path);
    expect(Object.fromEntries(headers), path).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin'
    });
  }
  const { headers } = await fetch(`${inject('address')}/?campaign=v1`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-|script-src 'self' 'sha256-/);
  expect(/script-src [^;]*unsafe-inline/.test(policy)).toBe(false);
});
