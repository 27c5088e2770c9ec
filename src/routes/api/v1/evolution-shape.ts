type Schema = object;
type Shape = (properties: Record<string, Schema>) => Schema;

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const level = { type: 'integer', minimum: 1 };
const share = { type: ['number', 'null'], minimum: 0, maximum: 1 };
const change = { type: ['number', 'null'], minimum: -1, maximum: 1 };
const part = { type: 'number' };

const place = {
  type: 'string',
  pattern: '^(\\d+-\\d+|unrated|absent)$',
  description: 'A band; `unrated` where nothing applies; `absent` where the product is not there.'
};

const criterion = {
  code: text,
  targetBefore: level,
  targetAfter: level,
  applicable: { ...count, description: 'Products of both campaigns to which it applies in both.' },
  attainedBefore: { ...count, description: 'At the target of `from`.' },
  attainedBeforeAtLater: { ...count, description: 'At the target of `to`.' },
  attainedAfter: count,
  change: { ...change, description: 'Of the share attained, both at the target of `to`.' },
  p: { ...share, description: 'Sign-flip permutation over vendors.' },
  adjusted: { ...share, description: 'Over the criteria, by Benjamini and Hochberg.' }
};

/** What changed between two campaigns: domain definitions 8 and 12. */
export function evolutionShape(shape: Shape): Schema {
  const list = (items: Schema) => ({ type: 'array', items });
  const nullable = (schema: Schema) => ({ ...schema, type: ['object', 'null'] });
  const wave = shape({ vendors: count, products: count, rated: count, mean: share, median: share });
  return shape({
    from: text,
    to: text,
    before: wave,
    after: wave,
    common: { ...count, description: 'Products in view in both campaigns, rated or not.' },
    panel: {
      ...shape({
        vendors: count,
        products: count,
        meanBefore: share,
        meanAfter: share,
        medianBefore: share,
        medianAfter: share,
        up: count,
        down: count,
        unchanged: count,
        progress: change,
        p: share
      }),
      description: 'Products rated in both, over the criteria with the same levels, at the targets of `from`.'
    },
    decisiveVendor: {
      ...nullable(shape({ vendor: text, without: part })),
      description: 'Without whom the progress changes its sign or loses more than half of itself.'
    },
    decomposition: {
      ...nullable(
        shape({
          before: part,
          progress: part,
          entrants: part,
          leavers: part,
          questionnaire: part,
          after: part
        })
      ),
      description: 'Two mean rates, and four parts that add up to their difference; null without a panel.'
    },
    moves: shape({ up: count, same: count, down: count }),
    flows: list(shape({ from: place, to: place, products: count })),
    criteria: list(shape(criterion)),
    notCompared: list(
      shape({
        code: text,
        reason: { enum: ['only_before', 'only_after', 'out_of_view', 'level_count', 'level_labels'] }
      })
    )
  });
}
