/** Lets people and imports work on the built server for so many minutes: `npm run soak -- 60`. Fails as `npm run load` does. */
import { measureUnderLoad } from './load.ts';

const minutes = Number(process.argv[2] ?? 10);
if (!(minutes > 0)) throw new Error(`not a number of minutes: ${process.argv[2]}`);
process.exitCode = (await measureUnderLoad({ seconds: minutes * 60, connections: 20 })) ? 0 : 1;
