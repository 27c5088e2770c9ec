/** The first of the append-only list that `migrations.ts` goes on with. */
export const firstMigrations: readonly string[] = [
  `
  create sequence questionnaire_id;
  create sequence campaign_id;
  create sequence import_id;
  create sequence response_id;

  create table questionnaire (id integer primary key, digest varchar not null);

  create table criterion (
    questionnaire_id integer not null,
    position usmallint not null,
    code varchar not null,
    theme varchar not null,
    scope varchar not null check (scope in ('common', 'conditional')),
    condition varchar not null,
    applies_when varchar not null,
    obligation varchar not null,
    title_fr varchar not null,
    title_en varchar not null,
    label_fr varchar not null,
    label_en varchar not null,
    level_count utinyint not null,
    target utinyint not null check (target between 1 and level_count),
    primary key (questionnaire_id, position)
  );

  create table level (
    questionnaire_id integer not null,
    position usmallint not null,
    level utinyint not null,
    label_fr varchar not null,
    label_en varchar not null,
    primary key (questionnaire_id, position, level)
  );

  create table campaign (
    id integer not null,
    code varchar not null,
    code_key varchar not null,
    name varchar not null,
    opened varchar,
    closed varchar,
    status varchar not null default 'open' check (status in ('open', 'provisional', 'final')),
    questionnaire_id integer not null
  );

  create table expected_product (
    campaign_id integer not null,
    product_id varchar not null,
    product varchar not null,
    vendor varchar not null,
    corridor varchar not null
  );

  create table import (
    id integer not null,
    campaign_id integer not null,
    imported_at varchar not null,
    origin varchar not null check (origin in ('page', 'command', 'sample')),
    files varchar not null,
    vendors integer not null,
    products integer not null,
    answers integer not null,
    undone boolean not null default false
  );

  create table response (
    id integer not null,
    import_id integer not null,
    campaign_id integer not null,
    product_id varchar not null,
    product varchar not null,
    vendor varchar not null,
    vendor_key varchar not null,
    search_text varchar not null,
    corridor varchar not null,
    submitted_at varchar,
    attributes map(varchar, varchar) not null,
    digest varchar not null,
    in_force boolean not null
  );

  create table answer (
    response_id integer not null,
    position usmallint not null,
    answer tinyint not null
  );

  create table setting (name varchar primary key, value varchar not null);
  `,
  `
  create table profile (name_key varchar primary key, name varchar not null, mapping varchar not null);
  `,
  `
  create table score (
    response_id integer not null,
    theme varchar,
    scope varchar,
    applicable usmallint not null,
    unanswered usmallint not null,
    attained usmallint not null,
    effort usmallint not null,
    unanswered_effort usmallint not null
  );

  insert into score
  select response.id, theme, scope,
    count(*) filter (scope = 'common' or answer >= 0),
    count(*) filter (answer = 0 or (scope = 'common' and answer < 0)),
    count(*) filter (answer >= target),
    coalesce(sum(greatest(0, target - answer)) filter (answer > 0), 0),
    coalesce(sum(target) filter (answer = 0 or (scope = 'common' and answer < 0)), 0)
  from answer
  join response on response.id = response_id
  join campaign on campaign.id = campaign_id
  join criterion on criterion.questionnaire_id = campaign.questionnaire_id and criterion.position = answer.position
  group by grouping sets ((response.id), (response.id, theme, scope));
  `,
  `
  create table saved_view (name_key varchar primary key, name varchar not null, address varchar not null);
  `,
  // files of one set of headings have one shape; null where the mapping was saved for files of several
  `
  alter table profile add column shape varchar;
  `,
  // null: imports from before these were kept
  `
  alter table import add column author varchar;
  alter table import add column details varchar;
  create table import_act (
    import_id integer not null,
    acted_at varchar not null,
    act varchar not null check (act in ('undo', 'redo')),
    author varchar
  );
  `,
  `
  create table expected_link (
    campaign_id integer not null,
    expected_id varchar not null,
    product_id varchar not null,
    linked_at varchar not null,
    author varchar
  );
  `,
  // an answer that is corrected has its corrected value in the table of answers; what was declared stands here
  `
  create sequence correction_id;
  create table correction (
    id integer not null,
    response_id integer not null,
    position usmallint not null,
    kind varchar not null check (kind in ('corrected', 'contested')),
    declared tinyint not null,
    corrected tinyint,
    reason varchar not null,
    author varchar,
    made_at varchar not null,
    retracted_at varchar,
    retracted_by varchar
  );
  `
];
