/** Holds the store in the folder named, as the web server does, until its standard input ends. */
import { start, stop } from '#lib/commands/application.ts';

await start({ dataDir: process.argv[2] ?? '', sampleDir: process.argv[3] });
process.stdout.write('ready\n');
process.stdin.resume();
process.stdin.once('end', () => void stop());
