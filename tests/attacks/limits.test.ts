import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, inject, test } from 'vitest';
import { askedRaw } from './asked-raw.ts';

const address = () => inject('address');

describe('too long or too slow', () => {
  test('an address, a header, a form beyond bounds is refused', async () => {
    expect((await askedRaw(address(), `/?q=${'a'.repeat(40_000)}`)).status).toBe(431);
    expect((await askedRaw(address(), '/', { 'x-long': 'a'.repeat(40_000) })).status).toBe(431);
    const long = await fetch(`${address()}/views?/save`, {
      method: 'POST',
      headers: { origin: address(), 'content-type': 'application/x-www-form-urlencoded' },
      body: `name=${'a'.repeat(17_000_000)}`
    });
    expect(long.status).toBe(413);
  });

  test('requests that never end keep nobody waiting, and are cut off', async () => {
    const { hostname, port } = new URL(address());
    const sockets: Socket[] = [];
    for (let i = 0; i < 300; i++) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined).resume();
      socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ');
      sockets.push(socket);
    }
    const closed = sockets.map((socket) => once(socket, 'close'));
    const start = performance.now();
    expect((await askedRaw(address(), '/api/v1/campaigns')).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(2000);
    const cut = Promise.all(closed).then(() => 'cut off');
    expect(await Promise.race([cut, setTimeout(30_000, 'still open')])).toBe('cut off');
  });
});
