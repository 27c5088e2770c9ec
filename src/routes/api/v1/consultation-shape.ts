type Schema = object;
type Shape = (properties: Record<string, Schema>) => Schema;

const text = { type: 'string' };
const nullable = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };
const countOrNull = { type: ['integer', 'null'], minimum: 0 };
const list = (items: Schema) => ({ type: 'array', items });

/** What a consultation says, by type of organisation and by requirement. */
export function consultationShape(shape: Shape): Schema {
  const stances = { favourable: count, reserved: count, opposed: count };
  const treatment = shape({
    decision: { enum: ['retained', 'partly', 'not_retained'] },
    reason: text,
    by: nullable,
    at: { ...text, description: 'UTC' }
  });
  const treated = { oneOf: [treatment, { type: 'null' }] };
  const group = shape({
    key: { ...text, description: 'The same for every copy of a text on one subject.' },
    stance: { enum: Object.keys(stances) },
    comment: text,
    date: { ...nullable, description: 'ISO 8601 date, of the earliest copy' },
    organisations: list(shape({ organisation: text, type: text })),
    treatment: treated,
    apart: {
      ...list(shape({ key: text, organisation: text, treatment })),
      description: 'Comments of the group that were decided on by themselves.'
    }
  });
  return shape({
    comments: count,
    organisations: count,
    stances: {
      ...shape(stances),
      description: 'Opinions: an organisation counts once a requirement and stance.'
    },
    treatments: {
      ...shape({ retained: count, partly: count, not_retained: count, none: count }),
      description: 'Comments by what became of them.'
    },
    types: list(shape({ type: text, organisations: count, ...stances })),
    requirements: list(
      shape({
        code: { ...nullable, description: 'Null where only a criterion was named.' },
        criterion: { ...nullable, description: 'Null where none is known.' },
        level: {
          ...countOrNull,
          description: 'That a scenario asks under this code, else the criterion’s target.'
        },
        applicable: {
          ...countOrNull,
          description: 'Of the criterion at that level, over the whole campaign.'
        },
        attained: countOrNull,
        rate: { type: ['number', 'null'], minimum: 0, maximum: 1 },
        organisations: count,
        ...stances,
        groups: list(group)
      })
    )
  });
}
