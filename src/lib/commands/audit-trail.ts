import type { Entry } from '#lib/server/trail/chain.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { verify } from '#lib/server/trail/verify.ts';
import { done, has, last, misused, type Command, type Request, type Result } from './command.ts';

function line({ seq, at, by, way, act, what, on, outcome }: Entry): string {
  const subjects = Object.entries(on).map(([name, value]) => `${name}=${value}`);
  return `${[seq, at, by ?? '-', way, act, what, outcome, ...subjects].join('\t')}\n`;
}

function asked(request: Request): trail.Asked {
  const names = ['act', 'text', 'from', 'to'] as const;
  const given = Object.fromEntries(
    names.flatMap((name) => (has(request, name) ? [[name, last(request, name)]] : []))
  );
  return { ...given, ...(has(request, 'who') ? { by: last(request, 'who') } : {}) };
}

async function verified(dir: string, expected: string | undefined): Promise<Result> {
  const found = await verify(dir, expected);
  const { isWhole, entries, dropped, last: end, problems } = found;
  const text = isWhole
    ? `whole: ${entries} entries, ends with ${end}${dropped.length > 0 ? `; dropped: ${dropped.join(', ')}` : ''}\n`
    : '';
  return isWhole ? done(found, text) : { exit: 1, json: found, text: '', messages: problems };
}

function badDay(request: Request): string | undefined {
  return ['from', 'to'].find(
    (name) => has(request, name) && !/^\d{4}-\d\d-\d\d$/.test(last(request, name) ?? '')
  );
}

export const auditTrailCommand: Command = {
  act: 'see',
  usage:
    'palier audit-trail [--verify [--expect HASH]] [--who NAME] [--act see|export|change] [--text TEXT] [--from DAY] [--to DAY] [--json]',
  options: {
    verify: { kind: 'flag' },
    expect: { kind: 'text' },
    who: { kind: 'text' },
    act: { kind: 'text' },
    text: { kind: 'text' },
    from: { kind: 'text' },
    to: { kind: 'text' }
  },
  positionals: { min: 0, max: 0 },
  async run(store, request) {
    if (has(request, 'verify')) return verified(store.dir, last(request, 'expect'));
    const wrong = badDay(request);
    if (wrong) return misused(`--${wrong} is a day such as 2026-11-28`);
    const entries = await trail.list(store.dir, asked(request));
    return done(entries, entries.map(line).join(''));
  }
};
