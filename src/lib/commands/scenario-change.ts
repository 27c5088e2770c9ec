import * as scenarios from '#lib/server/scenarios.ts';
import { author, byOption, done, last, type Command } from './command.ts';
import { createFrom } from './create-scenario.ts';
import { changing, refusedScenario, withCampaign } from './scenario-asked.ts';

const named = { campaign: { kind: 'text' }, name: { kind: 'text' }, by: byOption } as const;

function creation(usage: string, from: string, needed: readonly string[]): Command {
  return {
    usage,
    options: { ...named, [from]: { kind: 'text' } },
    positionals: { min: 0, max: 0 },
    run: (store, request) =>
      withCampaign(store, request, ['name', ...needed], async (campaign) => {
        const name = last(request, 'name') ?? '';
        const made = await createFrom(store, {
          campaign,
          name,
          by: author(request),
          from: last(request, from)
        });
        if (typeof made === 'string') return refusedScenario(made, request);
        return done(
          { campaign: campaign.code, name: name.trim(), created: true },
          `${name.trim()} created\n`
        );
      })
  };
}

export const scenarioCreateCommand = creation(
  'palier scenario create --campaign CODE --name NAME [--from NAME] [--by NAME] [--json]',
  'from',
  []
);

export const scenarioDuplicateCommand = creation(
  'palier scenario duplicate --campaign CODE --from NAME --name NEW [--by NAME] [--json]',
  'from',
  ['from']
);

export const scenarioRenameCommand: Command = {
  usage: 'palier scenario rename --campaign CODE --name NAME --to NEW [--by NAME] [--json]',
  options: { ...named, to: { kind: 'text' } },
  positionals: { min: 0, max: 0 },
  run: (store, request) =>
    changing(store, request, ['to'], async (db, { id, name }) => {
      const to = (last(request, 'to') ?? '').trim();
      const refusal = await scenarios.rename(db, id, to, { by: author(request) });
      return refusal ?? done({ name: to, renamed: true }, `${name} is now ${to}\n`);
    })
};

export const scenarioFreezeCommand: Command = {
  usage: 'palier scenario freeze --campaign CODE --name NAME [--by NAME] [--json]',
  options: named,
  positionals: { min: 0, max: 0 },
  run: (store, request) =>
    changing(store, request, [], async (db, { id, name }) => {
      const refusal = await scenarios.freeze(db, id, { by: author(request) });
      return refusal ?? done({ name, frozen: true }, `${name} frozen\n`);
    })
};

export const scenarioRemoveCommand: Command = {
  usage: 'palier scenario remove --campaign CODE --name NAME [--by NAME] [--json]',
  options: named,
  positionals: { min: 0, max: 0 },
  run: (store, request) =>
    changing(store, request, [], async (db, { id, name }) => {
      const refusal = await scenarios.remove(db, id, { by: author(request) });
      return refusal ?? done({ name, removed: true }, `${name} removed; restore brings it back\n`);
    })
};

export const scenarioRestoreCommand: Command = {
  usage: 'palier scenario restore --campaign CODE --name NAME [--by NAME] [--json]',
  options: named,
  positionals: { min: 0, max: 0 },
  run: (store, request) =>
    withCampaign(store, request, ['name'], async (campaign) => {
      const name = last(request, 'name') ?? '';
      const refusal = await store.write(async (db) => {
        const gone = await scenarios.findRemoved(db, campaign.id, name);
        return gone ? scenarios.restore(db, gone.id, { by: author(request) }) : ('unknown_scenario' as const);
      });
      return refusal
        ? refusedScenario(refusal, request)
        : done({ name, restored: true }, `${name} restored\n`);
    })
};
