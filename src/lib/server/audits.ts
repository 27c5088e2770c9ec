import { createHash } from 'node:crypto';
import { fold } from '#lib/i18n/fold.ts';
import type { ParsedForm } from '#lib/ingest/audits.ts';
import type { AuditForm, ControlResult } from '#lib/maturity/audit.ts';
import * as imports from './imports.ts';
import { productId } from './product-id.ts';
import { all, run, type Db } from './sql.ts';

/** A form ready to be stored; `digest` tells whether it says the same as another of its product. */
export interface IdentifiedForm extends AuditForm {
  digest: string;
}

/** A form in force, and whether its product has a response in force in the campaign. */
export interface FiledForm extends AuditForm {
  isKnown: boolean;
  digest: string;
}

export function identify(parsed: ParsedForm): IdentifiedForm {
  const { vendor, product, filedAt, auditor, passiReference, passiValidUntil } = parsed;
  const results = parsed.results.map(({ control, severity, criteria, result, evidenceDate }) =>
    JSON.stringify([control, severity, [...criteria].sort(), result, evidenceDate])
  );
  const said = [filedAt, auditor, passiReference, passiValidUntil, ...results.sort()];
  const digest = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return { ...parsed, productId: productId(vendor, product), digest };
}

/** Stores the forms of one import, each with the severities and criteria that its map gave, and returns its id. */
export async function create(
  db: Db,
  campaignId: number,
  arrival: imports.Arrival,
  forms: readonly IdentifiedForm[]
): Promise<number> {
  const results = forms.flatMap(({ results }, form) => results.map((result) => ({ form, ...result })));
  const accepted = {
    vendors: new Set(forms.map(({ vendor }) => fold(vendor))).size,
    products: new Set(forms.map(({ productId }) => productId)).size,
    answers: 0
  };
  const brought = { kind: 'audits' as const, accepted, records: results.length };
  const id = await imports.enter(db, campaignId, arrival, brought);
  await insertForms(db, id, campaignId, forms);
  await insertResults(db, id, results);
  return id;
}

function insertForms(
  db: Db,
  id: number,
  campaignId: number,
  forms: readonly IdentifiedForm[]
): Promise<void> {
  const texts = (of: (form: IdentifiedForm) => string) => forms.map(of);
  return run(
    db,
    `insert into audit_form
     select $import, $campaign, unnest($numbers), unnest($ids), unnest($products), unnest($vendors), unnest($filed),
       unnest($auditors), unnest($references), nullif(unnest($until), ''), unnest($digests)`,
    {
      import: id,
      campaign: campaignId,
      numbers: forms.map((_, i) => i),
      ids: texts(({ productId }) => productId),
      products: texts(({ product }) => product),
      vendors: texts(({ vendor }) => vendor),
      filed: texts(({ filedAt }) => filedAt),
      auditors: texts(({ auditor }) => auditor),
      references: texts(({ passiReference }) => passiReference),
      until: texts(({ passiValidUntil }) => passiValidUntil ?? ''),
      digests: texts(({ digest }) => digest)
    }
  );
}

function insertResults(
  db: Db,
  id: number,
  results: readonly (ControlResult & { form: number })[]
): Promise<void> {
  if (results.length === 0) return Promise.resolve();
  return run(
    db,
    `insert into audit_result
     select $import, unnest($forms), unnest($controls), unnest($severities), unnest($criteria), unnest($results),
       nullif(unnest($dates), '')`,
    {
      import: id,
      forms: results.map(({ form }) => form),
      controls: results.map(({ control }) => control),
      severities: results.map(({ severity }) => severity),
      criteria: results.map(({ criteria }) => JSON.stringify(criteria)),
      results: results.map(({ result }) => result),
      dates: results.map(({ evidenceDate }) => evidenceDate ?? '')
    }
  );
}

const inForceSql = `
  in_force as (
    select * from (
      select *, row_number() over (partition by product_id order by filed_at desc, import_id desc, number desc) as place
      from (
        select own.* replace (coalesce(redirect.product_id, own.product_id) as product_id)
        from audit_form own left join redirect on redirect.id = own.product_id
      )
      where campaign_id = $campaign and import_id in (select id from import where not undone)
    ) as filed
    where place = 1
  )`;

const formsSql = `
  with ${inForceSql}
  select import_id as "importId", number::int as number, product_id as "productId", product, vendor,
    filed_at as "filedAt", auditor, passi_reference as "passiReference", passi_valid_until as "passiValidUntil", digest,
    exists (
      select 1 from response
      where response.campaign_id = $campaign and response.in_force and response.product_id = in_force.product_id
    ) as "isKnown"
  from in_force
  order by lower(vendor), lower(product), product_id`;

const resultsSql = `
  with ${inForceSql}
  select import_id as "importId", number::int as number, control, severity, criteria, result, evidence_date as "evidenceDate"
  from audit_result semi join in_force using (import_id, number)
  order by control`;

interface Place {
  importId: number;
  number: number;
}

/** The forms in force, by vendor and product: of each product the one filed last, then imported last. */
export async function list(db: Db, campaignId: number): Promise<FiledForm[]> {
  const parameters = { campaign: campaignId };
  const forms = await all<Omit<FiledForm, 'results'> & Place>(db, formsSql, parameters);
  type Row = Omit<ControlResult, 'criteria'> & Place & { criteria: string };
  const results = new Map<string, ControlResult[]>();
  for (const { importId, number, criteria, ...row } of await all<Row>(db, resultsSql, parameters)) {
    const key = `${importId} ${number}`;
    const result = { ...row, criteria: JSON.parse(criteria) as string[] };
    const known = results.get(key);
    if (known) known.push(result);
    else results.set(key, [result]);
  }
  return forms.map(({ importId, number, ...form }) => ({
    ...form,
    results: results.get(`${importId} ${number}`) ?? []
  }));
}
