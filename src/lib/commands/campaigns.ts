import * as campaigns from '#lib/server/campaigns.ts';
import { done, type Command } from './command.ts';

export const campaignsCommand: Command = {
  act: 'see',
  usage: 'palier campaigns [--json]',
  options: {},
  positionals: { min: 0, max: 0 },
  async run(store) {
    const list = await store.read(campaigns.summaries);
    const lines = list.map(
      ({ code, name, status, products, vendors, criteria }) =>
        `${code}\t${name}\t${status}\t${vendors} vendors, ${products} products, ${criteria} criteria\n`
    );
    return done(list, lines.join(''));
  }
};
