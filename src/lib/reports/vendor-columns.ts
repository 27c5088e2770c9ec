/** So many of a vendor's products stand side by side on its sheet; the others on further pages. */
export const mostColumns = 8;
