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
  await createCriteria(db, row.id, questionnaire);
  await createLevels(db, row.id, questionnaire);
  return row.id;
}

async function find(db: Db, digest: string): Promise<number | undefined> {
  const row = await first<{ id: number }>(db, 'select id from questionnaire where digest = $digest', {
    digest
  });
  return row?.id;
}

/** All at once, for a statement a row took longer than the answers of a small campaign. */
async function createCriteria(db: Db, questionnaire: number, { criteria }: Questionnaire): Promise<void> {
  if (criteria.length === 0) return;
  await run(
    db,
    `insert into criterion
     select $questionnaire, unnest($positions), unnest($codes), unnest($themes), unnest($scopes), unnest($conditions),
       unnest($applies_when), unnest($obligations), unnest($titles_fr), unnest($titles_en), unnest($labels_fr),
       unnest($labels_en), unnest($level_counts), unnest($targets)`,
    {
      questionnaire,
      positions: criteria.map((_, i) => i),
      codes: criteria.map(({ code }) => code),
      themes: criteria.map(({ theme }) => theme),
      scopes: criteria.map(({ scope }) => scope),
      conditions: criteria.map(({ condition }) => condition),
      applies_when: criteria.map(({ appliesWhen }) => appliesWhen),
      obligations: criteria.map(({ obligation }) => obligation),
      titles_fr: criteria.map(({ titleFr }) => titleFr),
      titles_en: criteria.map(({ titleEn }) => titleEn),
      labels_fr: criteria.map(({ labelFr }) => labelFr),
      labels_en: criteria.map(({ labelEn }) => labelEn),
      level_counts: criteria.map(({ levels }) => levels.length),
      targets: criteria.map(({ target }) => target)
    }
  );
}

async function createLevels(db: Db, questionnaire: number, { criteria }: Questionnaire): Promise<void> {
  const all = criteria.flatMap(({ levels }, position) =>
    levels.map((level, i) => ({ ...level, position, number: i + 1 }))
  );
  if (all.length === 0) return;
  await run(
    db,
    `insert into level
     select $questionnaire, unnest($positions), unnest($numbers), unnest($labels_fr), unnest($labels_en)`,
    {
      questionnaire,
      positions: all.map(({ position }) => position),
      numbers: all.map(({ number }) => number),
      labels_fr: all.map(({ fr }) => fr),
      labels_en: all.map(({ en }) => en)
    }
  );
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
