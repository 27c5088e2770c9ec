/** A requirement put out to consultation; without a criterion nothing is known of its attainment. */
export interface Requirement {
  code: string;
  criterion?: string;
  /** How much the text is disputed, from 0 to 1. */
  dispute: number;
}

/** What wave 2 might require, under codes of the three themes. All invented. */
export const requirements: Requirement[] = [
  { code: 'SSI/GEN.01', criterion: 'Q01', dispute: 0.1 },
  { code: 'SSI/GEN.03', criterion: 'Q03', dispute: 0.3 },
  { code: 'SSI/GEN.06', criterion: 'Q06', dispute: 0.2 },
  { code: 'SSI/GEN.11', criterion: 'Q18', dispute: 0.1 },
  { code: 'SSI/GEN.12', criterion: 'Q19', dispute: 0.6 },
  { code: 'SSI/GEN.14', criterion: 'Q22', dispute: 0.3 },
  { code: 'SSI/GEN.15', criterion: 'Q23', dispute: 0.5 },
  { code: 'SSI/GEN.18', criterion: 'Q36', dispute: 0.9 },
  { code: 'SSI/GEN.19', criterion: 'Q37', dispute: 0.6 },
  { code: 'SSI/GEN.21', criterion: 'Q33', dispute: 0.8 },
  { code: 'SSI/GEN.22', criterion: 'Q35', dispute: 0.85 },
  { code: 'SSI/GEN.24', criterion: 'Q28', dispute: 0.4 },
  { code: 'SSI/GEN.27', criterion: 'Q45', dispute: 0.4 },
  { code: 'SSI/GEN.30', criterion: 'Q40', dispute: 0.2 },
  { code: 'SSI/GEN.31', dispute: 0.7 },
  { code: 'IE/PGSSI.02', criterion: 'Q07', dispute: 0.7 },
  { code: 'IE/PGSSI.03', criterion: 'Q08', dispute: 0.5 },
  { code: 'IE/PGSSI.05', criterion: 'Q09', dispute: 0.6 },
  { code: 'IE/PGSSI.07', dispute: 0.4 },
  { code: 'IAM/ACC.01', criterion: 'Q12', dispute: 0.1 },
  { code: 'IAM/ACC.04', criterion: 'Q13', dispute: 0.3 },
  { code: 'IAM/ACC.05', criterion: 'Q14', dispute: 0.5 },
  { code: 'IAM/ACC.08', criterion: 'Q16', dispute: 0.5 },
  { code: 'IAM/ACC.10', criterion: 'Q21', dispute: 0.1 }
];
