type Schema = object;
type Shape = (properties: Record<string, Schema>) => Schema;

const text = { type: 'string' };
const nullable = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };
const countOrNull = { type: ['integer', 'null'], minimum: 0 };
const share = { type: ['number', 'null'], minimum: 0, maximum: 1 };
const list = (items: Schema) => ({ type: 'array', items });

/** Declared against found, and how each form stands on the day it was filed. */
export function auditsShape(shape: Shape): Schema {
  const tested = { ...count, description: 'Declared at target, with one mapped control tested at least.' };
  const gaps = { ...count, description: 'Of these, with a nonconforming mapped control.' };
  const counts = {
    tested,
    gaps,
    rate: share,
    low: { ...share, description: 'Wilson interval, 95 %; audited products are no random sample.' },
    high: share
  };
  const ends = { low: countOrNull, high: countOrNull };
  const bySeverity = shape({ high: count, medium: count });
  const product = shape({
    id: { type: 'string', pattern: '^[0-9a-f]{12}$' },
    product: text,
    vendor: text,
    corridor: text,
    filedAt: { ...text, description: 'ISO 8601 date' },
    auditor: text,
    passiReference: text,
    passiValidUntil: nullable,
    ...counts,
    oldEvidence: {
      ...count,
      description: 'Tested controls whose evidence is one year old or more on that day.'
    },
    undatedEvidence: count,
    passi: { enum: ['valid', 'expired', 'unknown'], description: 'Qualification on that day.' },
    nonconforming: bySeverity,
    eligible: { type: 'boolean', description: 'Within the limits.' },
    cells: list(
      shape({ criterion: text, state: { enum: ['gap', 'confirmed', 'untested', 'below', 'none'] } })
    )
  });
  return shape({
    forms: { ...count, description: 'In force in the campaign, in view or not.' },
    limits: { ...bySeverity, description: 'The most nonconforming controls of each severity.' },
    eligible: count,
    pooled: shape({ tested, gaps }),
    withGap: { ...shape(counts), description: 'Products: with an answer that counts, and with a gap.' },
    criteria: list(shape({ criterion: text, ...counts })),
    products: list(product),
    outside: {
      ...list(shape({ product: text, vendor: text, filedAt: text })),
      description: 'Forms of products without a response in force.'
    },
    scenarios: {
      ...list(shape({ name: text, declared: count, audited: count, gaps: count, ...ends })),
      description:
        'Products that pass each scenario as declared, those of them audited and those with a gap; and how many would pass if the gap held for all, between low and high, null where none was audited.'
    }
  });
}
