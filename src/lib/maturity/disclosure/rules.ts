/**
 * Why a count is not printed as it is. The first four are sensitivity by domain definition 10; `small` is printed as
 * « under 3 »; `difference` would show a few products' answers beside an earlier publication; `other` keeps the counts
 * withheld by the rules before from being worked out.
 */
export const rules = ['few', 'left', 'none', 'band', 'small', 'difference', 'other'] as const;

export type Rule = (typeof rules)[number];
