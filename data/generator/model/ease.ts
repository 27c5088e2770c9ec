/** The share of the products concerned that attains each criterion in 2025, as wanted; the draw follows closely. */
const shares: Record<string, number> = {
  Q01: 0.52,
  Q02: 0.74,
  Q03: 0.41,
  Q04: 0.66,
  Q05: 0.33,
  Q06: 0.48,
  Q07: 0.17,
  Q08: 0.46,
  Q09: 0.3,
  Q10: 0.57,
  Q11: 0.24,
  Q12: 0.93,
  Q13: 0.44,
  Q14: 0.21,
  Q15: 0.87,
  Q16: 0.63,
  Q17: 0.13,
  Q18: 0.9,
  Q19: 0.36,
  Q20: 0.05,
  Q21: 0.78,
  Q22: 0.6,
  Q23: 0.28,
  Q24: 0.83,
  Q25: 0.1,
  Q26: 0.39,
  Q27: 0.85,
  Q28: 0.38,
  Q29: 0.31,
  Q30: 0.68,
  Q31: 0.22,
  Q32: 0.29,
  Q33: 0.27,
  Q34: 0.35,
  Q35: 0.44,
  Q36: 0.25,
  Q37: 0.43,
  Q38: 0.55,
  Q39: 0.34,
  Q40: 0.72,
  Q41: 0.96,
  Q42: 0.47,
  Q43: 0.18,
  Q44: 0.92,
  Q45: 0.32,
  Q46: 0.5,
  Q47: 0.53,
  Q48: 0.81,
  Q49: 0.76,
  Q50: 0.69,
  Q51: 0.64,
  Q52: 0.75,
  Q53: 0.37,
  Q54: 0.07,
  Q55: 0.7,
  Q56: 0.29,
  Q57: 0.59,
  Q58: 0.56,
  Q59: 0.26
};

/** How a criterion moves in a year beyond the others: above 0 it draws progress, below 0 it loses ground. */
const drifts: Record<string, number> = {
  Q07: 3,
  Q09: 3,
  Q36: 3,
  Q50: 3,
  Q11: 1.5,
  Q34: 1.5,
  Q37: 1.5,
  Q40: 1.5,
  Q59: 1.5,
  Q28: -2,
  Q33: -3,
  Q45: -2.5
};

export function shareOf(code: string): number {
  const share = shares[code];
  if (share === undefined) throw new Error(`no share for criterion: ${code}`);
  return share;
}

export function driftOf(code: string): number {
  return drifts[code] ?? 0;
}
