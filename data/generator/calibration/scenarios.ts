import { requirements as consulted } from '../consultation/requirements.ts';
import type { Requirement, Scenario } from './requirement.ts';

/** What is under study for wave 2. Codes and criteria are those of the consultation where it names them. */
const studied: Requirement[] = [
  { code: 'SSI/GEN.11', criterion: 'Q18', status: 'mandatory', weight: 3 },
  { code: 'SSI/GEN.14', criterion: 'Q22', level: 2, status: 'mandatory', promised: 90 },
  { code: 'SSI/GEN.16', criterion: 'Q24', status: 'mandatory' },
  { code: 'SSI/GEN.25', criterion: 'Q27', status: 'mandatory', weight: 2 },
  { code: 'SSI/GEN.30', criterion: 'Q40', status: 'mandatory', weight: 2, promised: 85 },
  { code: 'SSI/GEN.33', criterion: 'Q41', status: 'mandatory' },
  { code: 'SSI/GEN.35', criterion: 'Q44', status: 'mandatory' },
  { code: 'SSI/GEN.41', criterion: 'Q55', level: 2, status: 'mandatory' },
  { code: 'SSI/GEN.01', criterion: 'Q01', status: 'recommended' },
  { code: 'SSI/GEN.06', criterion: 'Q06', status: 'recommended' },
  { code: 'SSI/GEN.21', criterion: 'Q33', level: 2, status: 'recommended', weight: 2 },
  { code: 'SSI/GEN.43', criterion: 'Q57', status: 'recommended' },
  { code: 'SSI/GEN.44', criterion: 'Q58', status: 'recommended' },
  { code: 'SSI/GEN.03', criterion: 'Q03', status: 'candidate' },
  { code: 'SSI/GEN.12', criterion: 'Q19', status: 'candidate' },
  { code: 'SSI/GEN.15', criterion: 'Q23', status: 'candidate' },
  { code: 'SSI/GEN.18', criterion: 'Q36', status: 'candidate', weight: 3 },
  { code: 'SSI/GEN.19', criterion: 'Q37', status: 'candidate' },
  { code: 'SSI/GEN.22', criterion: 'Q35', status: 'candidate' },
  { code: 'SSI/GEN.24', criterion: 'Q28', status: 'candidate' },
  { code: 'SSI/GEN.27', criterion: 'Q45', status: 'candidate' },
  { code: 'SSI/GEN.31', status: 'candidate' },
  { code: 'IE/PGSSI.03', criterion: 'Q08', status: 'mandatory', weight: 3, promised: 75 },
  { code: 'IE/PGSSI.09', criterion: 'Q50', status: 'mandatory' },
  { code: 'IE/PGSSI.05', criterion: 'Q09', status: 'recommended' },
  { code: 'IE/PGSSI.02', criterion: 'Q07', status: 'candidate', weight: 3 },
  { code: 'IE/PGSSI.08', criterion: 'Q10', status: 'candidate' },
  { code: 'IE/PGSSI.07', status: 'candidate' },
  { code: 'IAM/ACC.01', criterion: 'Q12', status: 'mandatory' },
  { code: 'IAM/ACC.02', criterion: 'Q15', status: 'mandatory' },
  { code: 'IAM/ACC.08', criterion: 'Q16', status: 'mandatory', weight: 2, promised: 70 },
  { code: 'IAM/ACC.10', criterion: 'Q21', status: 'mandatory', weight: 2 },
  { code: 'IAM/ACC.04', criterion: 'Q13', level: 2, status: 'recommended' },
  { code: 'IAM/ACC.05', criterion: 'Q14', status: 'candidate' },
  { code: 'IAM/ACC.11', criterion: 'Q49', status: 'candidate' }
];

/** The same with what vendors ask for: separate privileged accounts recommended only, and two that cost nobody a place. */
const eased = new Map<string, Requirement['status']>([
  ['Q16', 'recommended'],
  ['Q09', 'mandatory'],
  ['Q49', 'mandatory']
]);

const easedLines = studied.map((line) => ({
  ...line,
  status: eased.get(line.criterion ?? '') ?? line.status
}));

/** What was promised before the second campaign, so that it can be held against what came of it. */
const promisedIn2025: Requirement[] = [
  { code: 'SSI/GEN.11', criterion: 'Q18', status: 'mandatory', weight: 3, promised: 90 },
  { code: 'SSI/GEN.14', criterion: 'Q22', status: 'mandatory', promised: 70 },
  { code: 'SSI/GEN.25', criterion: 'Q27', status: 'mandatory', weight: 2, promised: 90 },
  { code: 'SSI/GEN.30', criterion: 'Q40', status: 'mandatory', weight: 2, promised: 80 },
  { code: 'SSI/GEN.22', criterion: 'Q35', status: 'mandatory', promised: 50 },
  { code: 'IE/PGSSI.03', criterion: 'Q08', status: 'mandatory', weight: 3, promised: 70 },
  { code: 'IAM/ACC.01', criterion: 'Q12', status: 'mandatory', promised: 95 },
  { code: 'IAM/ACC.08', criterion: 'Q16', status: 'mandatory', weight: 2, promised: 60 }
];

export const scenariosOf2025: Scenario[] = [
  { name: 'Cap 2026', file: 'v1-scenario-cap-2026.csv', lines: promisedIn2025 }
];

export const scenariosOf2026: Scenario[] = [
  { name: 'Socle d’octobre', file: 'v2-scenario-socle.csv', lines: studied },
  { name: 'Variante allégée', file: 'v2-scenario-variante.csv', lines: easedLines }
];

/** Throws where a code of the consultation stands for another criterion here. */
export function checkAgainstConsultation(): void {
  const criterionOf = new Map(studied.map(({ code, criterion }) => [code, criterion]));
  const strange = consulted.find(
    ({ code, criterion }) => !criterionOf.has(code) || criterionOf.get(code) !== criterion
  );
  if (strange) throw new Error(`consulted otherwise: ${strange.code}`);
}
