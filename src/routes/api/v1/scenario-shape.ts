type Schema = object;
type Shape = (properties: Record<string, Schema>) => Schema;

const text = { type: 'string' };
const nullable = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };
const level = { type: 'integer', minimum: 1 };
const list = (items: Schema) => ({ type: 'array', items });

const requirementTheme = { enum: ['ssi', 'ie', 'iam', null], description: 'Null where none is said.' };
const corridor = { ...text, description: 'Blank for products without one.' };

function counts(shape: Shape): Record<string, Schema> {
  return {
    requirements: shape({
      mandatory: count,
      recommended: count,
      candidate: count,
      unknown: { ...count, description: 'Lines without a criterion, whatever their status.' }
    }),
    applicable: { ...count, description: 'Products to which a mandatory requirement applies.' },
    passing: { ...count, description: 'Those of them that attain all that apply to them.' },
    admitted: { ...count, description: 'Passing, and those to which none applies.' },
    vendors: shape({ applicable: count, passing: count }),
    firmness: { type: 'number', minimum: 0 }
  };
}

function lines(shape: Shape): Schema {
  return list(
    shape({
      criterion: { ...nullable, description: 'Null where attainment is unknown.' },
      level: { type: ['integer', 'null'], minimum: 1 },
      theme: requirementTheme,
      status: { enum: ['mandatory', 'recommended', 'candidate'] },
      weight: { enum: [1, 2, 3] },
      code: text,
      wording: text,
      proof: text,
      effectiveFrom: nullable,
      note: text,
      promised: {
        type: ['integer', 'null'],
        minimum: 0,
        maximum: 100,
        description: 'Per cent of the products promised for the next campaign.'
      }
    })
  );
}

/** One of a campaign's scenarios, in short. */
export function scenarioSummaryShape(shape: Shape): Schema {
  return shape({
    name: text,
    ...counts(shape),
    frozenAt: { ...nullable, description: 'UTC; null where it may still change.' },
    changedAt: { ...text, description: 'UTC' },
    changedBy: nullable
  });
}

/** A scenario with all its consequences, counting mandatory requirements only. */
export function scenarioShape(shape: Shape): Schema {
  const upTo = { ...list(count), description: 'Products, cumulative: 0, 1, 2, 3 or fewer.' };
  const group = { applicable: count, passing: count, vendors: count };
  const lack = shape({ criterion: text, level, declared: { ...count, description: '0 without an answer.' } });
  return shape({
    name: text,
    campaign: text,
    ...counts(shape),
    lacking: upTo,
    within: upTo,
    effort: { ...count, description: 'Missing levels over all products.' },
    corridors: list(shape({ corridor, ...group })),
    themes: list(shape({ theme: requirementTheme, applicable: count, passing: count })),
    perRequirement: list(
      shape({
        criterion: text,
        level,
        applicable: count,
        attained: count,
        blocksAlone: count,
        passingIfDropped: count
      })
    ),
    addable: list(shape({ criterion: text, level, passing: count, concerned: count })),
    frozenAt: nullable,
    lines: lines(shape),
    vendorSizes: list(shape({ from: count, to: { type: ['integer', 'null'] }, ...group })),
    products: list(
      shape({
        id: { type: 'string', pattern: '^[0-9a-f]{12}$' },
        product: text,
        vendor: text,
        corridor,
        applicable: count,
        missing: { ...count, description: 'Missing levels.' },
        lacks: list(lack)
      })
    )
  });
}
