/** Makes one report of the latest campaign of a store, and says what it took: DIR FORMAT AUDIENCE. */
import { execute } from '#lib/commands/registry.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { openStore } from '#lib/server/store.ts';

const [dir = '', format = '', audience = ''] = process.argv.slice(2);
const store = await openStore(dir);
const [campaign] = await store.read(campaigns.list);
const start = performance.now();
const { files, messages } = await execute(store, {
  command: 'report',
  positionals: [],
  options: {
    campaign: [campaign?.code ?? ''],
    format: [format],
    audience: [audience],
    output: ['x']
  },
  files: {},
  locale: 'fr'
});
const ms = performance.now() - start;
const [file] = files ?? [];
if (!file) throw new Error(messages.join());
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ms, megabytes, bytes: file.bytes.length }));
store.close();
