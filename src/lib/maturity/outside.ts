/** The status, in a form, of a criterion that the scenario leaves out. */
export const outside = 'outside';
