import { toCsv } from '#lib/reports/csv.ts';
import { scenarioSummaries, summariesTable } from '#lib/reports/scenario-answer.ts';
import { scenarioTable } from '#lib/reports/scenario-table.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import { done, last, type Command } from './command.ts';
import { refusedScenario, withCampaign } from './scenario-asked.ts';

export const scenarioListCommand: Command = {
  act: 'see',
  usage: 'palier scenario list --campaign CODE [--json]',
  options: { campaign: { kind: 'text' } },
  positionals: { min: 0, max: 0 },
  run: (store, request) =>
    withCampaign(store, request, [], async (campaign) => {
      const { view } = viewOf(campaign, []);
      const list = await store.read((db) => scenarioSummaries(db, view));
      return done(list, toCsv(summariesTable(list)));
    })
};

export const scenarioExportCommand: Command = {
  act: 'export',
  usage: 'palier scenario export --campaign CODE --name NAME [--json]',
  options: { campaign: { kind: 'text' }, name: { kind: 'text' } },
  positionals: { min: 0, max: 0 },
  run: (store, request) =>
    withCampaign(store, request, ['name'], async (campaign) => {
      const found = await store.read((db) => scenarios.find(db, campaign.id, last(request, 'name') ?? ''));
      if (!found) return refusedScenario('unknown_scenario', request);
      return done(found.requirements, toCsv(scenarioTable(found.requirements)));
    })
};

export const scenarioHistoryCommand: Command = {
  act: 'see',
  usage: 'palier scenario history --campaign CODE --name NAME [--json]',
  options: { campaign: { kind: 'text' }, name: { kind: 'text' } },
  positionals: { min: 0, max: 0 },
  run: (store, request) =>
    withCampaign(store, request, ['name'], async (campaign) => {
      const changes = await store.read(async (db) => {
        const found = await scenarios.find(db, campaign.id, last(request, 'name') ?? '');
        return found && scenarios.history(db, found.id);
      });
      if (!changes) return refusedScenario('unknown_scenario', request);
      const lines = changes.map(({ at, by, act, origin, name, requirements }) =>
        [at, by ?? '-', act, origin || '-', name, requirements.length].join('\t')
      );
      return done(changes, lines.map((line) => `${line}\n`).join(''));
    })
};
