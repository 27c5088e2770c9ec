type Schema = object;
type Shape = (properties: Record<string, Schema>) => Schema;

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const orNull = { type: ['integer', 'null'], minimum: 0 };
const amount = { type: 'number', minimum: 0 };

/** The most products that some set of requirements of each size or firmness admits: domain definition 11. */
export function frontierShape(shape: Shape): Schema {
  const point = {
    size: { type: 'integer', minimum: 1 },
    firmness: { ...amount, description: 'Sum of weight × share of products to which the criterion applies.' },
    conditional: { ...count, description: 'Conditional criteria among those of the set.' },
    admitted: { ...orNull, description: 'Products that fail none of the set; null where no set is known.' },
    bound: {
      ...orNull,
      description: 'No set can admit more, proven; null where no set meets the constraints.'
    },
    proven: { type: 'boolean', description: 'Whether `admitted` equals `bound`.' },
    criteria: { type: 'array', items: text },
    withinOne: { ...orNull, description: 'Products that lack one level at most, of the best set for that.' },
    withinOneBound: orNull,
    withinOneProven: { type: 'boolean' }
  };
  return shape({
    campaign: text,
    products: count,
    measure: { enum: ['count', 'firmness'] },
    points: { type: 'array', items: shape(point) },
    seconds: { ...amount, description: 'What the computation took.' }
  });
}

function repeated(name: string, description: string): Schema {
  const schema = { type: 'array', items: text };
  return { name, in: 'query', description, schema, style: 'form', explode: true };
}

/** What the frontier is asked under, beside the view. */
export const frontierParameters = [
  {
    name: 'scenario',
    in: 'query',
    description:
      'Candidates are this scenario’s lines at their levels; else the questionnaire at its targets.',
    schema: text
  },
  {
    name: 'measure',
    in: 'query',
    description: 'One point for each number of requirements, or the undominated sets in rising firmness.',
    schema: { enum: ['count', 'firmness'], default: 'count' }
  },
  repeated('include', 'Codes of criteria that are in every set.'),
  repeated('exclude', 'Codes of criteria that are in none.'),
  repeated('weight', '`CODE=2`: the criterion’s weight, 1 to 3.'),
  repeated('min-theme', '`THEME=2`: requirements of that theme of the questionnaire, at least.'),
  repeated('corridor-floor', '`CORRIDOR=30`: per cent of that corridor’s products admitted, at least.'),
  {
    name: 'seconds',
    in: 'query',
    description: 'For the whole computation; where it ends before all is proven, `bound` says what is.',
    schema: { type: 'number', exclusiveMinimum: 0, maximum: 600, default: 60 }
  }
];
