import type { DossierCell, Masked } from './dossier.ts';
import { isKnown, shareOf, type Shown } from './shown.ts';

/** A count as a table holds it. */
export function masked(shown: Shown): number | Masked {
  return isKnown(shown) ? shown : { masked: shown };
}

/** A share as a table holds it: masked where one of its counts is. */
export function maskedShare(n: Shown, N: Shown): number | null | Masked {
  if (!isKnown(N)) return { masked: 'withheld' };
  if (isKnown(n)) return shareOf(n, N);
  return n === 'under_3' ? { masked: n, of: N } : { masked: n };
}

export function isMasked(cell: DossierCell): cell is Masked {
  return typeof cell === 'object' && cell !== null;
}
