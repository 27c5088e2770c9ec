/** Whether a request was let through to its route: neither forbidden nor sent to sign in, nor to a reader's home. */
export function isLetThrough(response: Response): boolean {
  const to = response.headers.get('location') ?? '';
  return ![401, 403].includes(response.status) && !/^\/(sign-in(\?|$)|publications)/.test(to);
}
