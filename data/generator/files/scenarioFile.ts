import type { Requirement } from '../calibration/requirement.ts';
import type { Criterion } from '../questionnaire/criterion.ts';
import { formatCsv, plain, type Field } from './csv.ts';
import { setSpaces } from './french.ts';

const header = [
  ...['criterion', 'level', 'theme', 'status', 'weight', 'code'],
  ...['wording', 'proof', 'effective_from', 'note', 'promised']
];

const proofs: Record<string, string> = {
  ssi: 'Test d’intrusion par un auditeur qualifié PASSI, ou document de l’éditeur',
  ie: 'Démonstration en séance et attestation de l’éditeur',
  iam: 'Captures d’écran de l’administration des comptes'
};

/** Requirements that no criterion covers, in their own words. */
const uncovered: Record<string, string> = {
  'SSI/GEN.31': 'L’éditeur tient à jour un plan de réponse aux rançongiciels, commun avec ses clients.',
  'IE/PGSSI.07': 'Le produit transmet à la structure le niveau de garantie de chaque identification.'
};

/** A scenario as the application reads it, worded as the level that it requires. */
export function formatScenario(
  lines: Requirement[],
  criteria: Criterion[],
  targetOf: (criterion: Criterion) => number
): string {
  const byCode = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  return formatCsv(
    [header, ...lines.map((line) => fields(line, byCode.get(line.criterion ?? ''), targetOf))],
    plain
  );
}

function fields(
  line: Requirement,
  criterion: Criterion | undefined,
  targetOf: (criterion: Criterion) => number
): Field[] {
  const { code, status, weight = 1, promised = '' } = line;
  const level = criterion ? (line.level ?? targetOf(criterion)) : '';
  const theme = code.startsWith('SSI/') ? 'ssi' : code.startsWith('IE/') ? 'ie' : 'iam';
  const wording = criterion ? (criterion.levels[Number(level) - 1]?.fr ?? '') : (uncovered[code] ?? '');
  const from = status === 'mandatory' ? '2027-01-01' : '';
  return [
    ...[criterion?.code ?? '', level, theme, status, weight, code],
    ...[setSpaces(wording), proofs[theme] ?? '', from, 'Données fictives', promised]
  ];
}
