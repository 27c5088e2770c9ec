import type { Response } from '../model/response.ts';
import type { Product } from '../products/product.ts';
import { sampleWeighted, type Random } from '../random.ts';
import { controls, type Control } from './controls.ts';

type Result = 'conforming' | 'nonconforming' | 'not_applicable' | 'not_tested';

export interface Form {
  product: Pick<Product, 'vendor' | 'name'>;
  /** ISO 8601, like all dates. */
  filedAt: string;
  auditor: Auditor;
  results: { control: Control; result: Result; evidenceDate: string }[];
}

interface Auditor {
  name: string;
  reference: string;
  validUntil: string;
}

/** All invented, as their references are. */
const auditors: Auditor[] = [
  { name: 'Vigie Ombrelle (fictif)', reference: 'FICTIF-012', validUntil: '2027-09-30' },
  { name: 'Rempart Quatre-Vents (fictif)', reference: 'FICTIF-031', validUntil: '2028-01-31' },
  { name: 'Lanterne Audit (fictif)', reference: 'FICTIF-044', validUntil: '2026-07-15' }
];

/** A product that nobody asked: its form is shown apart. */
const stranger = { vendor: 'Quillandre', name: 'Quillandre Registre' };

/** Forms of `size` products that had themselves audited, the better ones more often: no random sample, as in life. */
export function audit(
  responses: Response[],
  targetOf: (code: string) => number,
  size: number,
  random: Random
): Form[] {
  const audited = sampleWeighted(random, responses, size, (response) => 0.3 + attained(response, targetOf));
  const forms = audited.map((response) => formOf(response.product, levelsOf(response), targetOf, random));
  return [...forms, formOf(stranger, new Map(), targetOf, random)];
}

function levelsOf({ answers }: Response): Map<string, number> {
  return new Map(
    [...answers].flatMap(([{ code }, answer]) => (typeof answer === 'number' ? [[code, answer]] : []))
  );
}

function attained(response: Response, targetOf: (code: string) => number): number {
  const levels = [...levelsOf(response)];
  return levels.filter(([code, level]) => level >= targetOf(code)).length / levels.length;
}

function formOf(
  product: Form['product'],
  levels: Map<string, number>,
  targetOf: (code: string) => number,
  random: Random
): Form {
  const filedAt = dayFrom('2026-06-01', Math.floor(150 * random.uniform()));
  // most tests are of the last months; a few forms wait too long
  const age =
    random.uniform() < 0.12
      ? 330 + Math.floor(60 * random.uniform())
      : 10 + Math.floor(200 * random.uniform());
  const auditor = auditors[Math.floor(random.uniform() ** 1.6 * auditors.length)] as Auditor;
  const weakness = 0.4 + 1.2 * random.uniform();
  const results = controls.map((control) => {
    const result = resultOf(control, levels, targetOf, weakness, random);
    const isDated = result === 'conforming' || result === 'nonconforming';
    const evidenceDate = isDated ? dayFrom(filedAt, Math.floor(8 * random.uniform()) - age) : '';
    return { control, result, evidenceDate };
  });
  return { product, filedAt, auditor, results };
}

function resultOf(
  { criteria, severity }: Control,
  levels: Map<string, number>,
  targetOf: (code: string) => number,
  weakness: number,
  random: Random
): Result {
  const [skipped, found] = [random.uniform(), random.uniform()];
  const concerned = criteria.filter((code) => levels.has(code));
  if (criteria.length > 0 && concerned.length === 0) return 'not_applicable';
  if (skipped < 0.09) return 'not_tested';
  const isDeclared = concerned.every((code) => (levels.get(code) ?? 0) >= targetOf(code));
  // what is grave has been seen to before an auditor comes
  const chance = (isDeclared ? 0.13 : 0.5) * (severity === 'high' ? 0.35 : 1);
  return found < weakness * chance ? 'nonconforming' : 'conforming';
}

function dayFrom(date: string, days: number): string {
  const moved = new Date(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
