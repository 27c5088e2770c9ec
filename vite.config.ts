import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import path from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** One more than cores: a test also waits, for a disk, for a process, for what a page does after a while. */
const workers = availableParallelism() + 1;

const pinned = { TZ: 'Europe/Paris', LC_ALL: 'C.UTF-8' };

/** A browser gets the words of its page's language alone. */
const oneLanguage: Plugin = {
  name: 'one-language',
  enforce: 'pre',
  resolveId(id, importer = '') {
    if (this.environment.name !== 'client' || !id.endsWith('/messages.ts')) return undefined;
    const isMessages = path.resolve(path.dirname(importer), id).endsWith('/lib/i18n/messages.ts');
    return isMessages ? path.resolve('src/lib/i18n/messages-of-page.ts') : undefined;
  }
};

export default defineConfig({
  plugins: [oneLanguage, sveltekit()],
  // the server names what a page needs; a list of all files for later pages would weigh more than it saves
  build: { target: 'es2022', modulePreload: false },
  test: {
    deps: {
      optimizer: {
        ssr: {
          enabled: true,
          include: ['@duckdb/node-api', '@observablehq/plot', 'linkedom'],
          rolldownOptions: { external: [/node-bindings/] }
        }
      }
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          env: pinned,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/pages/**', 'tests/attacks/**', 'tests/api/**'],
          globalSetup: ['tests/server/empty-store.ts', 'tests/commands/bundled-command.ts'],
          maxWorkers: workers,
          // what a file imports is kept for the next: a fifth of the time
          isolate: false,
          testTimeout: 240_000
        }
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          env: pinned,
          include: ['tests/{e2e,pages,attacks,api}/**/*.test.ts'],
          globalSetup: ['tests/server/empty-store.ts', 'tests/e2e/server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // a second, as is usual, is short for an import while other tests take both cores
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: workers,
          isolate: false,
          // browsers want both cores: after the unit tests, not beside them
          sequence: { groupOrder: 1 }
        }
      }
    ]
  }
});
