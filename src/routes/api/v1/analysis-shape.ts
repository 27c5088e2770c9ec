type Schema = object;
type Shape = (properties: Record<string, Schema>) => Schema;

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const share = { type: ['number', 'null'], minimum: 0, maximum: 1 };
const correlation = { type: ['number', 'null'], minimum: -1, maximum: 1 };
const list = (items: Schema) => ({ type: 'array', items });

const ends = {
  low: { ...share, description: '95 %, by bootstrap over vendors; null with fewer than two.' },
  high: share
};

const criterion = {
  code: text,
  rank: { type: 'integer', minimum: 1, description: 'The most attained first.' },
  applicable: count,
  attained: count,
  rate: share,
  ...ends,
  unexpectedAttained: { ...count, description: 'Attained by products that fail as many easier ones.' },
  unexpectedMissed: { ...count, description: 'Failed by products that attain as many harder ones.' },
  correlation: { ...correlation, description: 'Pearson, with the product’s rate over its other criteria.' },
  correlationLow: { ...correlation, description: '95 %, by jackknife over vendors.' },
  correlationHigh: correlation,
  meanWithout: { ...share, description: 'Mean product rate without this criterion.' },
  change: { ...correlation, description: '`meanWithout` less the mean.' },
  neverChosen: {
    ...list({ type: 'integer', minimum: 1 }),
    description: 'Levels that no product in view declares.'
  }
};

const pair = {
  first: text,
  second: text,
  both: count,
  onlyFirst: count,
  onlySecond: count,
  neither: count,
  phi: { type: 'number', minimum: -1, maximum: 1 },
  adjusted: {
    ...share,
    description: 'Fisher’s exact test on one product a vendor, by Benjamini and Hochberg.'
  }
};

const size = {
  from: { type: 'integer', minimum: 1 },
  to: { type: ['integer', 'null'], description: 'Inclusive; null without an upper end.' },
  vendors: count,
  products: count,
  rated: count,
  applicable: count,
  attained: count,
  mean: share,
  q1: share,
  median: share,
  q3: share
};

/** What holds the questionnaire together: domain definition 14. */
export function analysisShape(shape: Shape): Schema {
  const estimate = shape({ value: share, ...ends });
  const percent = { type: 'integer', minimum: 0, maximum: 100 };
  return shape({
    vendors: count,
    products: count,
    rated: count,
    mean: estimate,
    median: estimate,
    bands: list(shape({ from: percent, to: percent, products: count, ...ends })),
    reproducibility: shape({ answers: count, errors: count, coefficient: share, minimal: share }),
    criteria: list(shape(criterion)),
    pairs: {
      ...list(shape(pair)),
      description: 'Of ten shared products and more, neither criterion constant.'
    },
    vendorSizes: { ...list(shape(size)), description: 'By products of the vendor in the whole campaign.' },
    vendorSizeChance: { ...share, description: 'Kruskal and Wallis, by permutation over vendors.' },
    unexpected: list(shape({ id: text, applicable: count, errors: count }))
  });
}

/** Every answer in view. */
export function matrixShape(shape: Shape): Schema {
  const column = {
    code: text,
    theme: text,
    scope: { enum: ['common', 'conditional'] },
    target: { type: 'integer', minimum: 1 }
  };
  const cells = {
    ...list({ enum: ['attained', 'not_attained', 'unanswered', 'not_applicable'] }),
    description: 'One a criterion, in their order; whether `unanswered` counts is the setting’s.'
  };
  return shape({
    criteria: list(shape(column)),
    products: list(shape({ id: text, product: text, vendor: text, corridor: text, cells }))
  });
}
