/**
 * Data that were valid under each schema there ever was: a statement or several for every migration, which fill what it
 * brought. A migration without its data here fails the tests.
 */
const products = 40;
const criteria = 8;

/** Whole numbers that look drawn, the same each time. */
const drawn = (seed: string) => `(hash(${seed}) % 1000)::int`;

export const dataOf: readonly string[] = [
  `
  insert into questionnaire select nextval('questionnaire_id'), sha256('questionnaire');
  insert into criterion
    select 1, i, 'Q' || i, if(i < 4, 'Accès', 'Journaux'), if(i % 3 = 0, 'conditional', 'common'), '', '', '', '', '',
      'Question ' || i, '', 3, 2
    from range(${criteria}) t(i);
  insert into level select 1, i, l, 'Niveau ' || l, '' from range(${criteria}) c(i), range(1, 4) l(l);
  insert into campaign
    select nextval('campaign_id'), 'v' || i, 'v' || i, 'Campagne ' || i, '2025-01-0' || i, null, 'open', 1 from range(1, 3) t(i);
  insert into expected_product select 1, sha256('P' || i)[:12], 'P' || i, 'V', 'Hôpital' from range(5) t(i);
  insert into import (id, campaign_id, imported_at, origin, files, vendors, products, answers, undone)
    select nextval('import_id'), i, '2025-02-0' || i || 'T10:00:00.000Z', 'page', '["a.csv"]', 10, ${products},
      ${products * criteria}, false
    from range(1, 3) t(i);
  insert into response
    select nextval('response_id'), c, c, sha256('P' || p)[:12], 'P' || p, 'V' || (p % 10), 'v' || (p % 10),
      'p' || p || ' v' || (p % 10), ['Hôpital', 'Imagerie', ''][1 + p % 3], null, map { 'taille': 't' || (p % 4) },
      sha256(c || ' ' || p), true
    from range(${products}) t(p), range(1, 3) u(c) order by c, p;
  insert into answer
    select response.id, position, case when draw < 100 then 0 when draw < 200 and scope = 'conditional' then -1 else 1 + draw % 3 end
    from response, criterion, (select ${drawn("response.id || ' ' || position")} as draw);
  insert into setting values ('sample', 'removed');
  `,
  `insert into profile (name_key, name, mapping) values ('export', 'Export', '{}');`,
  `
  insert into score
  select response_id, theme, scope,
    count(*) filter (scope = 'common' or answer >= 0), count(*) filter (answer = 0 or (scope = 'common' and answer < 0)),
    count(*) filter (answer >= target), coalesce(sum(greatest(0, target - answer)) filter (answer > 0), 0),
    coalesce(sum(target) filter (answer = 0 or (scope = 'common' and answer < 0)), 0)
  from answer join criterion using (position)
  where response_id not in (select response_id from score)
  group by grouping sets ((response_id), (response_id, theme, scope));
  `,
  `insert into saved_view values ('ma vue', 'Ma vue', '/criteria?campaign=v1');`,
  `update profile set shape = sha256('headings');`,
  `
  update import set author = 'camille', details = '{}' where id = 1;
  insert into import_act values (2, '2025-03-01T00:00:00.000Z', 'undo', 'camille'), (2, '2025-03-02T00:00:00.000Z', 'redo', null);
  `,
  `insert into expected_link select 1, sha256('P1')[:12], sha256('P2')[:12], '2025-03-01T00:00:00.000Z', 'camille';`,
  `
  insert into correction
    values (nextval('correction_id'), 1, 1, 'contested', 1, null, 'à revoir', 'camille', '2025-03-01T00:00:00.000Z', null, null);
  `,
  `
  insert into consultation_comment
    values (1, 1, 2, 'a', 'b', 'SSI/1', 'Q1', 'Hôpital A', 'hôpital', 'reserved', 'un délai', '2025-03-01');
  insert into treatment values (nextval('treatment_id'), 1, 'a', 'partly', 'délai porté', 'camille', '2025-03-01T00:00:00.000Z');
  `,
  `
  insert into scenario
    values (nextval('scenario_id'), 1, 'Socle', 'socle', '[]', null, null, '2025-03-01T00:00:00.000Z', null);
  insert into scenario_change values (1, 1, '2025-03-01T00:00:00.000Z', null, 'create', 'targets', 'Socle', '[]');
  `,
  `
  insert into audit_form
    select 1, 1, 1, sha256('P1')[:12], 'P1', 'V1', '2025-03-01', 'Auditeur', 'PASSI-1', null, sha256('form');
  insert into audit_result values (1, 1, 'C1', 'high', 'Q1', 'nonconforming', '2025-02-01');
  `,
  `
  insert into renaming values
    (nextval('renaming_id'), 'rename', 'x', null, 'Px', 'Vx', 'Py', 'Vx', 'faute', null, '2025-03-01T00:00:00.000Z', '2025-03-02T00:00:00.000Z', null);
  insert into declared_name select 1, sha256('P0')[:12], 'P0', 'V0', 'v0', 'p0 v0';
  insert into redirect select sha256('Px')[:12], sha256('P0')[:12];
  `,
  `
  insert into publication values (nextval('publication_id'), sha256('manifest'), 'v1', null, 'fr', '{}', '[]', '2025-03-01T00:00:00.000Z', null);
  insert into publication_file values (1, 'cells.csv', sha256(''), '');
  insert into publication_product select 1, 1, sha256('P1')[:12], 'v1', 'Hôpital', sha256('answers');
  `,
  `
  insert into share_link
    values (nextval('share_link_id'), sha256('token'), 1, sha256('P1')[:12], 'CH de Valbrume', '2025-03-01', 'Courrier 1', null,
      '2025-03-01T00:00:00.000Z', null, '2025-04-01', 3, null, null);
  insert into share_view values (1, '2025-03-02T00:00:00.000Z');
  `,
  // a response that came later
  `
  insert into score select max(response_id) + 1, part, 1, 0, 1, 0, 0 from score group by part;
  `,
  `
  insert into distinct_names
    values (nextval('distinct_names_id'), 'V1', 'P1', 'V1', 'P1 bis', 'camille', '2025-03-01T00:00:00.000Z', null, null);
  `
];
