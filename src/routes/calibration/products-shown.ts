/** Lines of the list of products on one page of it. */
export const productsShown = 20;
