import { createHash } from 'node:crypto';
import type { Criterion, Level, Questionnaire, Scope } from '#lib/maturity/questionnaire.ts';
import { cached } from './cache.ts';
import { all, first, run, type Db } from './sql.ts';
import type { Store } from './store.ts';

/** Equal for questionnaires equal in content, whatever file they came from. */
export function digest({ criteria }: Questionnaire): string {
  return createHash('sha256')
    .update(JSON.stringify(criteria.map(values)))
    .digest('hex');
}

/** In one order, whatever that of the object's fields. */
function values(criterion: Criterion): unknown[] {
  const { levels, ...fields } = criterion;
  const named = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return [named, levels.map(({ fr, en }) => [fr, en])];
}

/** Stores the questionnaire unless an equal one is there; returns its id. */
export async function create(db: Db, questionnaire: Questionnaire): Promise<number> {
  const known = await find(db, digest(questionnaire));
  if (known !== undefined) return known;
  const row = await first<{ id: number }>(db, `select nextval('questionnaire_id')::int as id`);
  if (!row) throw new Error('no id');
  await run(db, 'insert into questionnaire values ($id, $digest)', {
    id: row.id,
    digest: digest(questionnaire)
  });
  for (const [position, criterion] of questionnaire.criteria.entries()) {
    await createCriterion(db, row.id, position, criterion);
  }
  return row.id;
}

async function find(db: Db, digest: string): Promise<number | undefined> {
  const row = await first<{ id: number }>(db, 'select id from questionnaire where digest = $digest', {
    digest
  });
  return row?.id;
}

async function createCriterion(
  db: Db,
  questionnaire: number,
  position: number,
  criterion: Criterion
): Promise<void> {
  await run(
    db,
    `insert into criterion values ($questionnaire, $position, $code, $theme, $scope, $condition, $applies_when,
       $obligation, $title_fr, $title_en, $label_fr, $label_en, $level_count, $target)`,
    {
      questionnaire,
      position,
      code: criterion.code,
      theme: criterion.theme,
      scope: criterion.scope,
      condition: criterion.condition,
      applies_when: criterion.appliesWhen,
      obligation: criterion.obligation,
      title_fr: criterion.titleFr,
      title_en: criterion.titleEn,
      label_fr: criterion.labelFr,
      label_en: criterion.labelEn,
      level_count: criterion.levels.length,
      target: criterion.target
    }
  );
  for (const [i, level] of criterion.levels.entries()) {
    await run(db, 'insert into level values ($questionnaire, $position, $level, $fr, $en)', {
      questionnaire,
      position,
      level: i + 1,
      fr: level.fr,
      en: level.en
    });
  }
}

type CriterionRow = Omit<Criterion, 'levels' | 'scope'> & { position: number; scope: Scope };

/** The questionnaire's criteria in their order. */
export async function read(db: Db, id: number): Promise<Questionnaire> {
  const criteria = await all<CriterionRow>(
    db,
    `select position::int as position, code, theme, scope, condition, applies_when as "appliesWhen", obligation,
       title_fr as "titleFr", title_en as "titleEn", label_fr as "labelFr", label_en as "labelEn", target::int as target
     from criterion where questionnaire_id = $id order by position`,
    { id }
  );
  const levels = await all<Level & { position: number }>(
    db,
    `select position::int as position, label_fr as fr, label_en as en
     from level where questionnaire_id = $id order by position, level`,
    { id }
  );
  const byPosition = groupByPosition(levels);
  return {
    criteria: criteria.map(({ position, ...criterion }) => ({
      ...criterion,
      levels: byPosition.get(position) ?? []
    }))
  };
}

/** The same, read once a version of the data. */
export function known(store: Store, id: number): Promise<Questionnaire> {
  return cached(store, `questionnaire ${id}`, () => store.read((db) => read(db, id)));
}

function groupByPosition(levels: (Level & { position: number })[]): Map<number, Level[]> {
  const groups = new Map<number, Level[]>();
  for (const { position, fr, en } of levels) {
    const group = groups.get(position) ?? [];
    group.push({ fr, en });
    groups.set(position, group);
  }
  return groups;
}
