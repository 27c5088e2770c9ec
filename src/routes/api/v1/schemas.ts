import { analysisShape, matrixShape } from './analysis-shape.ts';
import { auditsShape } from './audits-shape.ts';
import { consultationShape } from './consultation-shape.ts';
import { evolutionShape } from './evolution-shape.ts';
import { scenarioShape, scenarioSummaryShape } from './scenario-shape.ts';
import { frontierShape } from './frontier-shape.ts';

type Schema = object;

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const percent = { type: 'integer', minimum: 0, maximum: 100 };
const share = { type: ['number', 'null'], minimum: 0, maximum: 1 };
const date = { type: ['string', 'null'], description: 'ISO 8601 date' };
const scope = { enum: ['common', 'conditional'] };

/** An object with these fields, all of them, and no others. */
function shape(properties: Record<string, Schema>): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function list(items: Schema): Schema {
  return { type: 'array', items };
}

const counts = { applicable: count, attained: count, rate: share };

const bands = {
  ...list(shape({ from: percent, to: percent, products: count })),
  description: 'From the lowest up; `to` is exclusive, except 100.'
};

const product = {
  id: { type: 'string', pattern: '^[0-9a-f]{12}$' },
  product: text,
  vendor: text,
  corridor: { ...text, description: 'Blank for a product without one.' },
  ...counts,
  band: { type: ['string', 'null'], pattern: '^\\d+-\\d+$' },
  effort: { ...count, description: 'Missing levels.' }
};

const saidAnswer = { oneOf: [{ type: 'integer', minimum: 1 }, { enum: ['unanswered', 'not_applicable'] }] };

const answer = shape({
  criterion: text,
  level: { type: ['integer', 'null'], minimum: 1 },
  target: { type: 'integer', minimum: 1 },
  gap: { type: ['integer', 'null'], minimum: 0, description: 'Null where the answer is in no denominator.' },
  state: { enum: ['level', 'unanswered', 'not_applicable'] },
  blank: { type: 'boolean', description: 'Whether the cell was left blank.' },
  corrected: { type: 'boolean', description: 'Whether level, gap and state are a correction’s.' },
  declared: { ...saidAnswer, description: 'As the vendor gave it.' },
  contested: { type: 'boolean', description: 'Whether somebody contests it; it counts all the same.' }
});

const vendor = {
  vendor: text,
  size: { ...count, description: 'Its products in the campaign, in view or not.' },
  products: count,
  rated: count,
  ...counts,
  effort: { ...count, description: 'Missing levels.' },
  corridors: { ...list(text), description: 'Blank for products without one.' },
  bands
};

const missedAnswer = shape({
  id: product.id,
  product: text,
  corridor: text,
  criterion: text,
  level: { type: ['integer', 'null'], minimum: 1, description: 'Null where there is no answer.' },
  target: { type: 'integer', minimum: 1 },
  gap: { type: 'integer', minimum: 1, description: 'Missing levels.' }
});
const followUpCounts = {
  expected: count,
  begun: { ...count, description: 'With one answer at least: incomplete and complete.' },
  incomplete: { ...count, description: 'Begun, with an applicable criterion unanswered.' },
  complete: count
};

const followed = {
  id: product.id,
  product: text,
  vendor: text,
  corridor: product.corridor,
  state: { enum: ['none', 'incomplete', 'complete'] },
  answered: {
    ...count,
    description: 'Criteria with a level, or a mark « not applicable » where they are conditional.'
  },
  unanswered: { ...count, description: 'Applicable criteria without a level.' }
};

const answeredAs = {
  oneOf: [shape({ id: product.id, product: text, vendor: text }), { type: 'null' }],
  description: 'The product in which a person recognised this one.'
};

/** The shapes of all answers, by name. */
export const schemas: Record<string, Schema> = {
  Campaign: shape({
    code: text,
    name: text,
    opened: date,
    closed: date,
    status: { enum: ['open', 'provisional', 'final'] },
    expected: { type: ['integer', 'null'], description: 'Null where there is no list of expected products.' },
    vendors: count,
    products: count,
    criteria: count
  }),
  Overview: shape({
    vendors: count,
    products: count,
    rated: count,
    criteria: shape({ common: count, conditional: count }),
    median: share,
    bands
  }),
  Criterion: shape({
    code: text,
    theme: text,
    scope,
    target: { type: 'integer', minimum: 1 },
    ...counts,
    low: { ...share, description: 'Wilson interval, 95 %.' },
    high: share,
    levels: list(shape({ level: { type: 'integer', minimum: 1 }, products: count })),
    unanswered: count,
    notApplicable: count
  }),
  Product: shape(product),
  ProductAnswers: shape({ ...product, answers: list(answer) }),
  Theme: shape({ theme: text, criteria: count, ...counts }),
  Corridor: shape({
    corridor: { ...text, description: 'Blank for products without one.' },
    vendors: count,
    products: count,
    rated: count,
    q1: share,
    median: share,
    q3: share,
    ...counts,
    bands
  }),
  CriterionByCorridor: shape({
    code: text,
    theme: text,
    scope,
    target: { type: 'integer', minimum: 1 },
    ...counts,
    p: {
      ...share,
      description:
        'Permutation of corridors over vendors; null where fewer than two corridors have a product that counts.'
    },
    adjusted: { ...share, description: 'Over the criteria tested, by Benjamini and Hochberg.' },
    draws: {
      type: ['integer', 'null'],
      minimum: 0,
      description: 'Draws behind `p`; 0 where all arrangements were counted.'
    },
    corridors: list(
      shape({ corridor: { ...text, description: 'Blank for products without one.' }, ...counts })
    )
  }),
  Vendor: shape(vendor),
  VendorMissing: shape({ ...vendor, missing: list(missedAnswer) }),
  Correction: shape({
    id: count,
    kind: { enum: ['corrected', 'contested'] },
    productId: product.id,
    product: text,
    vendor: text,
    criterion: text,
    declared: saidAnswer,
    corrected: { oneOf: [...saidAnswer.oneOf, { type: 'null' }] },
    reason: text,
    by: { type: ['string', 'null'] },
    at: { ...text, description: 'UTC' },
    counts: { type: 'boolean', description: 'Not taken back, and its response is in force.' },
    retractedAt: { type: ['string', 'null'] },
    retractedBy: { type: ['string', 'null'] }
  }),
  FollowUp: shape({
    ...followUpCounts,
    corridors: list(shape({ corridor: product.corridor, ...followUpCounts })),
    products: list(shape({ ...followed, answeredAs })),
    unexpected: list(shape(followed))
  }),
  Audits: auditsShape(shape),
  Consultation: consultationShape(shape),
  Frontier: frontierShape(shape),
  Evolution: evolutionShape(shape),
  Analysis: analysisShape(shape),
  Matrix: matrixShape(shape),
  Scenario: scenarioShape(shape),
  ScenarioSummary: scenarioSummaryShape(shape),
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    properties: { type: text, title: text, status: { type: 'integer' }, detail: text },
    required: ['type', 'title', 'status', 'detail']
  }
};
