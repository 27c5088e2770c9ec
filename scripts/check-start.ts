/** Runs the README's first command on an empty store, as a new user would, and looks at what it serves. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const address = 'http://127.0.0.1:3000';
const store = mkdtempSync(path.join(tmpdir(), 'palier-start-'));

async function text(route: string): Promise<string> {
  const response = await fetch(address + route);
  if (!response.ok) throw new Error(`${route}: ${response.status}`);
  return response.text();
}

async function untilServing(attempts = 240): Promise<void> {
  try {
    await text('/api/v1/campaigns');
  } catch (error) {
    if (attempts === 0) throw error;
    await setTimeout(500);
    return untilServing(attempts - 1);
  }
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
  console.log(`ok: ${what}`);
}

async function look(): Promise<void> {
  const page = await text('/?campaign=v1');
  expect(page.includes('<svg'), 'the overview holds its charts as SVG');
  const overview = JSON.parse(await text('/api/v1/campaigns/v1/overview'));
  expect(overview.vendors === 48 && overview.products === 71, '48 vendors, 71 products');
  const bands = overview.bands.map((band: { products: number }) => band.products).join(' / ');
  expect(bands === '11 / 34 / 16 / 10', `bands ${bands}`);
  for (const route of ['/criteria', '/products', '/imports']) {
    expect(
      (await text(`${route}?campaign=v1`)).includes('Données fictives'),
      `${route} says that its data are invented`
    );
  }
}

// its own process group, so that npm's child stops with it
const server = spawn('npm', ['start'], {
  env: { ...process.env, PALIER_DATA: store, PORT: '3000' },
  stdio: 'inherit',
  detached: true
});
try {
  await untilServing();
  await look();
} finally {
  if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  await setTimeout(1000);
  rmSync(store, { recursive: true, force: true });
}
