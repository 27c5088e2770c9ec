/** One line of a sample scenario; without a criterion nothing is known of its attainment. */
export interface Requirement {
  code: string;
  criterion?: string;
  /** Where it is not the target. */
  level?: number;
  status: 'mandatory' | 'recommended' | 'candidate';
  weight?: 2 | 3;
  /** Per cent of the products, promised for the next campaign. */
  promised?: number;
}

export interface Scenario {
  name: string;
  file: string;
  lines: Requirement[];
}
