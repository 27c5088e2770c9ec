/** What a file of answers can come from: our own layouts, or a tool whose exports are known. */
export const sourceNames = [
  'canonical',
  'limesurvey',
  'microsoft-forms',
  'google-forms',
  'surveymonkey',
  'kobo',
  'ciso-assistant',
  'one-product'
] as const;

export type SourceName = (typeof sourceNames)[number];

/** How a source came to be read: because a person said so, by the columns that it is known by, or for want of another. */
export interface SourceReason {
  by: 'option' | 'columns' | 'none';
  /** The headings that told, as written. */
  columns: string[];
}

/** A column that is no attribute of the product, and why. */
export interface LeftOut {
  heading: string;
  /**
   * - `personal`: about the person who filled in the form;
   * - `technical`: what the tool notes of each response;
   * - `criterion`: said of each criterion, where an attribute is said of a product.
   */
  because: 'personal' | 'technical' | 'criterion';
}

/** A field that no column holds, and where its value is from. */
export interface Constant {
  field: 'product' | 'vendor' | 'corridor' | 'submitted_at';
  value: string;
  /** `option`: a person said so; `file`: the file's name; `header`: a cell above the table. */
  from: 'option' | 'file' | 'header';
}

export function isSourceName(text: string): text is SourceName {
  return (sourceNames as readonly string[]).includes(text);
}
