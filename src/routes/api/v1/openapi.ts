import { frontierParameters } from './frontier-shape.ts';
import { schemas } from './schemas.ts';

/** What answers to a question hold, by the name that the address gives it. */
interface Operation {
  summary: string;
  schema: object;
  parameters: object[];
  /** Whether a setting can be wrong. */
  hasSettings: boolean;
}

const text = { type: 'string' };

function pathParameter(name: string, description: string): object {
  return { name, in: 'path', required: true, description, schema: text };
}

function filter(name: string, description: string): object {
  const schema = { type: 'array', items: text };
  return { name, in: 'query', description, schema, style: 'form', explode: true };
}

function setting(name: string, description: string, schema: object): object {
  return { name, in: 'query', description, schema };
}

const code = pathParameter('code', 'Code of the campaign, without regard to case.');

const viewParameters = [
  filter('corridor', 'Products of any of these corridors; blank means those without one.'),
  filter('theme', 'Criteria of any of these themes; all figures are then over these only.'),
  filter('scope', 'Criteria of any of these scopes, `common` or `conditional`.'),
  filter('vendor', 'Products of any of these vendors.'),
  filter('band', 'Products in any of these bands, such as `80-100`; applied last.'),
  filter('q', 'Products whose name, or whose vendor’s, contains any of these texts.'),
  {
    name: 'attr',
    in: 'query',
    description:
      'Written `attr.NAME=value`: products whose attribute NAME has any of the values given; several attributes must all match.',
    schema: { type: 'object', patternProperties: { '^attr\\..+$': { type: 'array', items: text } } },
    style: 'form',
    explode: true
  },
  setting('bands', 'Lower edges of the bands above the lowest: whole numbers from 1 to 99, rising.', {
    type: 'string',
    pattern: '^\\d{1,2}(,\\d{1,2})*$',
    default: '20,60,80'
  }),
  setting('unanswered', '`exclude` takes unanswered criteria out of every denominator.', {
    enum: ['count', 'exclude'],
    default: 'count'
  })
];

const commentParameters = [
  filter('text', 'Comments with this text in the comment, the organisation or a code; the last one counts.'),
  filter('stance', 'Comments of any of these stances.'),
  filter('type', 'Comments of any of these types of organisation.'),
  filter('requirement', 'Comments on any of these requirements, by code.'),
  filter('treatment', 'Comments with any of these decisions, `none` for those without one.')
];

function limit(byDefault: number): object {
  return { type: 'integer', minimum: 0, maximum: 9999, default: byDefault };
}

function listOf(name: string): object {
  return { type: 'array', items: one(name) };
}

function one(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

function ofView(summary: string, schema: object, more: object[] = []): Operation {
  return { summary, schema, parameters: [code, ...more, ...viewParameters], hasSettings: true };
}

const operations: Record<string, Operation> = {
  '/campaigns': {
    summary: 'All campaigns, the latest first',
    schema: listOf('Campaign'),
    parameters: [],
    hasSettings: false
  },
  '/campaigns/{code}/overview': ofView('The state of a campaign in view', one('Overview')),
  '/campaigns/{code}/criteria': ofView(
    'One row a criterion, in the questionnaire’s order',
    listOf('Criterion')
  ),
  '/campaigns/{code}/criteria/{criterion}': ofView('One criterion', one('Criterion'), [
    pathParameter(
      'criterion',
      'Code of the criterion, without regard to case; percent-encoded where it has a slash.'
    )
  ]),
  '/campaigns/{code}/products': ofView('One row a product, by vendor and name', listOf('Product')),
  '/campaigns/{code}/products/{id}': ofView(
    'One product and its answers; as CSV the answers',
    one('ProductAnswers'),
    [pathParameter('id', 'Id of the product, the same in every campaign.')]
  ),
  '/campaigns/{code}/themes': ofView('One row a theme, its rate pooled over products', listOf('Theme')),
  '/campaigns/{code}/corridors': ofView('One row a corridor', listOf('Corridor')),
  '/campaigns/{code}/vendors': ofView(
    'One row a vendor, its rate pooled over its products',
    listOf('Vendor')
  ),
  '/campaigns/{code}/criteria-by-corridor': ofView(
    'One row a criterion with its counts by corridor and the test of their difference; as CSV one row a criterion and corridor',
    listOf('CriterionByCorridor')
  ),
  '/campaigns/{code}/vendors/{vendor}': ofView(
    'One vendor and all that its products in view lack; as CSV what they lack',
    one('VendorMissing'),
    [
      pathParameter(
        'vendor',
        'Name of the vendor, compared as names are; percent-encoded. Where it ends in `.csv` or is only dots, `!` behind it changes nothing but how the address is read.'
      )
    ]
  ),
  '/campaigns/{code}/corrections': {
    summary: 'Answers that somebody corrected or contests, the latest first; whatever the filters',
    schema: listOf('Correction'),
    parameters: [code, ...viewParameters],
    hasSettings: true
  },
  '/campaigns/{code}/follow-up': {
    summary: 'Who was asked to answer, how far each is, and who answered unasked; whatever the filters',
    schema: one('FollowUp'),
    parameters: [code, ...viewParameters],
    hasSettings: true
  },
  '/campaigns/{code}/audits': ofView(
    'Declared against found: products in view that were audited, no random sample; as CSV one row a product and criterion',
    one('Audits'),
    [
      setting('high', 'The most nonconforming controls of high severity of an eligible product.', limit(0)),
      setting('medium', 'The same of medium severity.', limit(10))
    ]
  ),
  '/campaigns/{code}/comments': {
    summary:
      'What a consultation says, by type of organisation and requirement; whatever the filters of products. As CSV the treated table',
    schema: one('Consultation'),
    parameters: [code, ...commentParameters, ...viewParameters],
    hasSettings: true
  },
  '/campaigns/{code}/scenarios': ofView(
    'The sets of requirements under study, in short, over the products in view; an unanswered criterion always counts as lacking',
    listOf('ScenarioSummary')
  ),
  '/campaigns/{code}/scenarios/{scenario}': ofView(
    'One scenario and its consequences; as CSV its mandatory requirements',
    one('Scenario'),
    [pathParameter('scenario', 'Name of the scenario, compared as labels are; percent-encoded.')]
  ),
  '/campaigns/{code}/matrix': ofView('Every product’s answer to every criterion', one('Matrix')),
  '/campaigns/{code}/analysis': ofView(
    'What holds the questionnaire together; as CSV the criteria',
    one('Analysis')
  ),
  '/campaigns/{code}/frontier': ofView(
    'The most products that some set of requirements of each size or firmness admits, whatever `unanswered` says; a 400 where no set meets the constraints; as CSV the points',
    one('Frontier'),
    frontierParameters
  ),
  '/evolution': {
    summary: 'What changed between two campaigns; as CSV the criteria',
    schema: one('Evolution'),
    parameters: [
      setting('to', 'Code of the later campaign; by default the latest.', text),
      setting('from', 'Code of the earlier one; by default the one before it.', text),
      ...viewParameters
    ],
    hasSettings: true
  }
};

function problemResponse(description: string): object {
  return { description, content: { 'application/problem+json': { schema: one('Problem') } } };
}

function responses({ schema, parameters, hasSettings }: Operation): object {
  return {
    '200': {
      description: 'The figures.',
      headers: { Vary: { schema: { const: 'Accept' } } },
      content: { 'application/json': { schema }, 'text/csv': { schema: text } }
    },
    ...(hasSettings
      ? { '400': problemResponse('A setting that can’t be, such as bands that don’t rise.') }
      : {}),
    ...(parameters.length > 0 ? { '404': problemResponse('No such campaign, or no such row in view.') } : {}),
    '405': problemResponse('Any method but GET and HEAD.')
  };
}

function pathItem(operation: Operation): object {
  const { summary, parameters } = operation;
  return { get: { summary, parameters, responses: responses(operation) } };
}

/** This interface in OpenAPI 3.1. */
export const description = {
  openapi: '3.1.0',
  info: {
    title: 'Palier',
    version: '1',
    description:
      'Statistics of security maturity, read-only. A CSV of the same figures is had by `Accept: text/csv`, or by `.csv` ' +
      'at the end of the path, which is never part of a code. Filters repeat for « any of »; a value that nothing has ' +
      'gives zeros. Shares are from 0 to 1, unrounded, and null where undefined.'
  },
  servers: [{ url: '/api/v1' }],
  paths: Object.fromEntries(
    Object.entries(operations).map(([path, operation]) => [path, pathItem(operation)])
  ),
  components: { schemas }
};
