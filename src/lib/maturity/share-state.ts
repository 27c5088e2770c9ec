/** What decides whether a link opens. Days in ISO. */
export interface ShareTerms {
  expiresOn: string;
  revokedAt: string | null;
  mostViews: number | null;
  views: number;
}

export type ShareState = 'open' | 'revoked' | 'expired' | 'used';

/** On a day; it opens on its last day still. */
export function shareState({ expiresOn, revokedAt, mostViews, views }: ShareTerms, day: string): ShareState {
  if (revokedAt !== null) return 'revoked';
  if (day > expiresOn) return 'expired';
  return mostViews !== null && views >= mostViews ? 'used' : 'open';
}
