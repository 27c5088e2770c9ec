export interface Control {
  code: string;
  severity: 'high' | 'medium';
  /** Codes; none where no criterion is about it. */
  criteria: string[];
}

/** What an auditor runs in a penetration test, and which criteria each control bears on. All invented. */
export const controls: Control[] = [
  { code: 'AUTH-01', severity: 'high', criteria: ['Q07', 'Q08'] },
  { code: 'AUTH-02', severity: 'medium', criteria: ['Q09'] },
  { code: 'AUTH-03', severity: 'high', criteria: ['Q21'] },
  { code: 'AUTH-04', severity: 'medium', criteria: ['Q15'] },
  { code: 'ACC-01', severity: 'medium', criteria: ['Q12'] },
  { code: 'ACC-02', severity: 'high', criteria: ['Q13'] },
  { code: 'ACC-03', severity: 'medium', criteria: ['Q14'] },
  { code: 'ACC-04', severity: 'high', criteria: ['Q16', 'Q13'] },
  { code: 'ACC-05', severity: 'medium', criteria: ['Q17'] },
  { code: 'CRYP-01', severity: 'high', criteria: ['Q18'] },
  { code: 'CRYP-02', severity: 'medium', criteria: ['Q19'] },
  { code: 'CRYP-03', severity: 'medium', criteria: ['Q20'] },
  { code: 'JOUR-01', severity: 'medium', criteria: ['Q22'] },
  { code: 'JOUR-02', severity: 'medium', criteria: ['Q23'] },
  { code: 'JOUR-03', severity: 'medium', criteria: ['Q24'] },
  { code: 'SAUV-01', severity: 'medium', criteria: ['Q27', 'Q28'] },
  { code: 'VULN-01', severity: 'high', criteria: ['Q33'] },
  { code: 'VULN-02', severity: 'medium', criteria: ['Q32', 'Q35'] },
  { code: 'VULN-03', severity: 'medium', criteria: ['Q34'] },
  { code: 'DEV-01', severity: 'high', criteria: ['Q40'] },
  { code: 'DEV-02', severity: 'medium', criteria: ['Q43'] },
  { code: 'EXP-01', severity: 'medium', criteria: ['Q45'] },
  { code: 'EXP-02', severity: 'high', criteria: ['Q49'] },
  { code: 'EXP-03', severity: 'medium', criteria: ['Q47'] },
  { code: 'API-01', severity: 'high', criteria: ['Q53'] },
  { code: 'API-02', severity: 'medium', criteria: ['Q54'] },
  { code: 'WEB-01', severity: 'high', criteria: [] },
  { code: 'WEB-02', severity: 'medium', criteria: [] }
];
