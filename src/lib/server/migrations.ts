import { firstMigrations } from './first-migrations.ts';

/** Append-only: a released migration is never edited, for stores in use have run it. */
export const migrations: readonly string[] = [
  ...firstMigrations,
  // an import brings responses, comments of the consultation or audit forms; of the latter two, so many records
  `
  alter table import add column kind varchar default 'answers';
  alter table import add column records integer default 0;

  create table consultation_comment (
    import_id integer not null,
    campaign_id integer not null,
    line integer not null,
    comment_key varchar not null,
    group_key varchar not null,
    requirement varchar not null,
    criterion varchar not null,
    organisation varchar not null,
    organisation_type varchar not null,
    stance varchar not null check (stance in ('favourable', 'reserved', 'opposed')),
    comment varchar not null,
    written_on varchar
  );

  create sequence treatment_id;
  create table treatment (
    id integer not null,
    campaign_id integer not null,
    target_key varchar not null,
    decision varchar check (decision in ('retained', 'partly', 'not_retained')),
    reason varchar not null,
    author varchar,
    made_at varchar not null
  );
  `,
  // a scenario as it stands; what it was stands in its changes, one of which made it so
  `
  create sequence scenario_id;
  create table scenario (
    id integer not null,
    campaign_id integer not null,
    name varchar not null,
    name_key varchar not null,
    requirements varchar not null,
    frozen_at varchar,
    removed_at varchar,
    changed_at varchar not null,
    changed_by varchar
  );
  create table scenario_change (
    scenario_id integer not null,
    number integer not null,
    changed_at varchar not null,
    author varchar,
    act varchar not null check (act in ('create', 'update', 'rename', 'freeze', 'remove', 'restore')),
    origin varchar not null,
    name varchar not null,
    requirements varchar not null
  );
  `,
  // each form with the severities and criteria of the map that came with it
  `
  create table audit_form (
    import_id integer not null,
    campaign_id integer not null,
    number integer not null,
    product_id varchar not null,
    product varchar not null,
    vendor varchar not null,
    filed_at varchar not null,
    auditor varchar not null,
    passi_reference varchar not null,
    passi_valid_until varchar,
    digest varchar not null
  );

  create table audit_result (
    import_id integer not null,
    number integer not null,
    control varchar not null,
    severity varchar not null check (severity in ('high', 'medium')),
    criteria varchar not null,
    result varchar not null check (result in ('conforming', 'nonconforming', 'not_applicable', 'not_tested')),
    evidence_date varchar
  );
  `,
  // what somebody said of names; which product each response is follows from it, and is made anew after each act
  `
  create sequence renaming_id;
  create table renaming (
    id integer not null,
    kind varchar not null check (kind in ('merge', 'rename', 'vendor')),
    from_key varchar not null,
    into_id varchar,
    from_product varchar not null,
    from_vendor varchar not null,
    product varchar not null,
    vendor varchar not null,
    reason varchar not null,
    author varchar,
    made_at varchar not null,
    retracted_at varchar,
    retracted_by varchar
  );
  create table declared_name (
    response_id integer not null,
    product_id varchar not null,
    product varchar not null,
    vendor varchar not null,
    vendor_key varchar not null,
    search_text varchar not null
  );
  create table redirect (id varchar not null, product_id varchar not null);
  `,
  // a publication is never changed; its answers' digests tell how many products a later one would add, drop or change
  `
  create sequence publication_id;
  create table publication (
    id integer primary key,
    fingerprint varchar not null unique,
    campaign varchar not null,
    compared varchar,
    locale varchar not null,
    manifest varchar not null,
    disclosure_log varchar not null,
    published_at varchar not null,
    author varchar
  );
  create table publication_file (
    publication_id integer not null,
    name varchar not null,
    sha256 varchar not null,
    base64 varchar not null
  );
  create table publication_product (
    publication_id integer not null,
    campaign_id integer not null,
    product_id varchar not null,
    vendor_key varchar not null,
    corridor varchar not null,
    digest varchar not null
  );
  `,
  // links by which a client sees one product: of a link's token only its SHA-256 is kept
  `
  create sequence share_link_id;
  create table share_link (
    id integer primary key,
    token_sha256 varchar not null unique,
    campaign_id integer not null,
    product_id varchar not null,
    recipient varchar not null,
    requested_on varchar not null,
    reference varchar not null,
    password varchar,
    created_at varchar not null,
    created_by varchar,
    expires_on varchar not null,
    most_views integer,
    revoked_at varchar,
    revoked_by varchar
  );
  create table share_view (link_id integer not null, viewed_at varchar not null);
  `,
  // a part by its first criterion's place rather than by its theme's and scope's texts, which cost half of an import's writing
  `
  create table score_of_part (
    response_id integer not null,
    part smallint not null,
    applicable usmallint not null,
    unanswered usmallint not null,
    attained usmallint not null,
    effort usmallint not null,
    unanswered_effort usmallint not null
  );

  insert into score_of_part
  select response_id, coalesce(part, -1), applicable, unanswered, attained, effort, unanswered_effort
  from score
  join response on response.id = response_id
  join campaign on campaign.id = campaign_id
  left join (
    select questionnaire_id, theme, scope, min(position) as part from criterion group by all
  ) parts on parts.questionnaire_id = campaign.questionnaire_id and parts.theme = score.theme and parts.scope = score.scope
  order by response_id, part;

  drop table score;
  alter table score_of_part rename to score;
  `,
  // pairs of names that look alike and are not: a vendor's have no product
  `
  create sequence distinct_names_id;
  create table distinct_names (
    id integer not null,
    one_vendor varchar not null,
    one_product varchar not null,
    other_vendor varchar not null,
    other_product varchar not null,
    author varchar,
    made_at varchar not null,
    retracted_at varchar,
    retracted_by varchar
  );
  `
];
