import {
  interchangeFormats,
  isInterchangeFormat,
  writeInterchange
} from '#lib/reports/interchange/write-interchange.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import { done, last, misused, refused, type Command } from './command.ts';

export const exportCommand: Command = {
  usage:
    'palier export --campaign CODE [--product ID] --format bundle|ciso-assistant [--locale fr|en] -o FILE.zip [--json]',
  options: {
    campaign: { kind: 'text' },
    product: { kind: 'text' },
    format: { kind: 'text' },
    output: { kind: 'output', short: 'o' }
  },
  positionals: { min: 0, max: 0 },
  act: 'export',
  async run(store, request) {
    const [code, product, format] = ['campaign', 'product', 'format'].map((name) => last(request, name));
    if (!code) return misused('--campaign CODE is needed');
    if (!isInterchangeFormat(format)) return misused(`--format is one of ${interchangeFormats.join(', ')}`);
    if (!last(request, 'output')) return misused('-o FILE is needed');
    const campaign = await store.read((db) => campaigns.find(db, code));
    if (!campaign) return refused(`unknown campaign: ${code}`);
    const bytes = await writeInterchange(store, campaign, format, { product, locale: request.locale });
    if (!bytes) return refused(`unknown product: ${product ?? ''}`);
    const json = { campaign: campaign.code, format, bytes: bytes.length };
    return { ...done(json, '', [`${bytes.length} bytes`]), files: [{ name: `${format}.zip`, bytes }] };
  }
};
