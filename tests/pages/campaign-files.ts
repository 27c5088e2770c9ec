import fc from 'fast-check';
import { delimited, type Row } from '#tests/ingest/builders.ts';

/** A campaign as its files would hold it. */
export interface CampaignFiles {
  /** What is special about it, for messages. */
  what: string;
  name: string;
  questionnaire: string;
  answers: string;
  themes: string[];
  /** What stakeholders and auditors say of it. */
  comments: string;
  controls: string;
  audits: string;
}

export interface Size {
  products: number;
  criteria: number;
  /** None at all, or several with a blank one. */
  corridors: boolean;
  /** Every criterion conditional and answered as not applicable. */
  inapplicable?: boolean;
  texts?: fc.Arbitrary<string>;
}

/** Text that would be markup, script or disorder if it were not taken as text. */
export const hostile = [
  '<script>window.hostile = 1</script>',
  '"><img src=x onerror="window.hostile = 1">',
  "' onmouseover='window.hostile = 1",
  '</title><svg onload=window.hostile=1>',
  '</script><script>window.hostile = 1</script>',
  '{@html window.hostile}',
  '%3Cscript%3E &lt;b&gt; &amp;nbsp; &#60;i&#62;',
  'مستشفى الأمان \u202Eabc',
  '👩🏽‍⚕️ 🏥 emoji',
  '=HYPERLINK("http://elsewhere.example")',
  'javascript:window.hostile=1',
  'W'.repeat(180),
  'Un libellé très long qui n’en finit pas, '.repeat(8).trim(),
  '% & + # ? / \\ ; , " \' ` $ {0} ${1}',
  '\u00a0\u2009Étroit\u200b\u00ad'
];

export const ordinaryText = fc.constantFrom(
  'Accès',
  'Journaux',
  'Chiffrement des données',
  'Nœud d’échange',
  'Q&R',
  'A < B',
  'Été'
);
export const anyText = fc.oneof(
  { weight: 2, arbitrary: ordinaryText },
  { weight: 2, arbitrary: fc.constantFrom(...hostile) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => `t ${text.replace(/[\p{C}]/gu, '')}`)
  }
);

interface Criterion {
  text: string;
  theme: string;
  conditional: boolean;
  levels: number;
  target: number;
}

function criterion({ texts = ordinaryText, inapplicable = false }: Size): fc.Arbitrary<Criterion> {
  return fc.record({
    text: texts,
    theme: texts,
    conditional: inapplicable ? fc.constant(true) : fc.boolean(),
    levels: fc.integer({ min: 2, max: 10 }),
    target: fc.integer({ min: 1, max: 10 })
  });
}

function questionnaireRow({ text, theme, conditional, levels, target }: Criterion, i: number): Row {
  const labels = Array.from({ length: levels }, (_, l): [string, string] => [
    `level_${l + 1}_fr`,
    `degré ${l + 1} ${text}`
  ]);
  return {
    code: `C${i + 1}`,
    theme,
    scope: conditional ? 'conditional' : 'common',
    label_fr: `${text} (${i + 1})`,
    target: String(Math.min(target, levels)),
    ...Object.fromEntries(labels)
  };
}

/** The cells of many products from few random numbers: 5,000 products of 80 criteria are 400,000 cells. */
function cell(criteria: Criterion[], seed: number, inapplicable: boolean) {
  return (product: number, i: number): string => {
    const drawn = Math.abs(Math.imul(product * 7919 + i * 104729 + seed, 2654435761)) % 1000;
    const one = criteria[i];
    if (!one || inapplicable || drawn < 120) return inapplicable || one?.conditional ? 'NA' : '';
    return String(1 + (drawn % one.levels));
  };
}

/** The files of a random campaign of a size. */
export function campaignFiles(what: string, size: Size): fc.Arbitrary<CampaignFiles> {
  const { texts = ordinaryText, products, corridors, inapplicable = false } = size;
  return fc
    .record({
      criteria: fc.array(criterion(size), { minLength: size.criteria, maxLength: size.criteria }),
      names: fc.array(texts, { minLength: 3, maxLength: 3 }),
      name: texts,
      seed: fc.nat()
    })
    .map(({ criteria, names, name, seed }) => {
      const answer = cell(criteria, seed, inapplicable);
      const rows = Array.from({ length: Math.max(products, 1) }, (_, p): Row => ({
        product: `P${p} ${names[p % 3]}`,
        vendor: `V${Math.floor(p / 2)} ${names[(p + 1) % 3]}`,
        ...(corridors ? { corridor: ['', 'Hôpital', names[2] ?? ''][p % 3] ?? '' } : {}),
        ...Object.fromEntries(criteria.map((_, i) => [`C${i + 1}`, answer(p, i)]))
      }));
      const questionnaire = delimited(criteria.map(questionnaireRow));
      return {
        what,
        name,
        questionnaire,
        answers: delimited(rows),
        comments: delimited(commentRows(names, criteria.length, seed)),
        ...auditFiles(rows, names, criteria.length),
        themes: [...new Set(criteria.map(({ theme }) => theme))]
      };
    });
}

const stanceNames = ['favourable', 'reserved', 'opposed'];

/** Comments of three organisations on some criteria, and on a requirement that no scenario knows. */
function commentRows(names: string[], criteria: number, seed: number): Row[] {
  return Array.from({ length: 30 }, (_, i): Row => {
    const name = names[i % 3] ?? '';
    return {
      code: i % 4 === 0 ? `EXIG/${name}` : '',
      criterion: i % 4 === 0 ? '' : `C${1 + ((i + seed) % criteria)}`,
      organisation: `O${i % 7} ${name}`,
      organisation_type: i % 5 === 0 ? '' : name,
      stance: stanceNames[(i + seed) % 3] ?? '',
      comment: i % 6 === 0 ? '' : `${name}\n${names[(i + 1) % 3] ?? ''}`,
      date: i % 2 === 0 ? '2026-05-04' : ''
    };
  });
}

/** Forms of up to 40 products and of one that nobody knows, with a control for every third criterion. */
function auditFiles(
  products: Row[],
  names: string[],
  criteria: number
): { controls: string; audits: string } {
  const controls = Array.from({ length: criteria }, (_, i): Row => ({
    control: `K${i} ${names[i % 3] ?? ''}`,
    criterion: i % 3 === 0 ? `C${i + 1}` : '',
    severity: i % 2 === 0 ? 'high' : 'medium'
  }));
  const audited = [
    ...products.slice(0, 40),
    { product: `X ${names[0] ?? ''}`, vendor: `X ${names[1] ?? ''}` }
  ];
  const rows = audited.flatMap(({ product = '', vendor = '' }, p) =>
    controls.map(({ control = '' }, i): Row => ({
      vendor,
      product,
      control,
      result: ['conforming', 'nonconforming', 'not_tested', 'conforming'][(p + i) % 4] ?? '',
      evidence_date: i % 5 === 0 ? '' : '2025-05-31',
      filed_at: p % 2 === 0 ? '2026-05-30' : '2026-06-01',
      auditor: names[2] ?? '',
      passi_reference: names[1] ?? '',
      passi_valid_until: p % 3 === 0 ? '2026-05-31' : ''
    }))
  );
  return { controls: delimited(controls), audits: delimited(rows) };
}
