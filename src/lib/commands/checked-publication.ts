import { findingWords, hopelessWords } from '#lib/i18n/disclosure-findings.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { audit } from '#lib/maturity/disclosure-audit/audit.ts';
import type { Finding } from '#lib/maturity/disclosure-audit/finding.ts';
import { seatsToTry } from '#lib/maturity/disclosure/attackers.ts';
import { areTooFew } from '#lib/maturity/disclosure/changed-products.ts';
import { CannotProtect } from '#lib/maturity/disclosure/suppress.ts';
import { earlierPublications } from '#lib/reports/earlier-publications.ts';
import {
  protectedPublication,
  wavesOf,
  type ProtectedPublication,
  type Published
} from '#lib/reports/protected-tables.ts';
import type { Store } from '#lib/server/store.ts';

/** Thrown where a publication would tell too much; the message says why. */
export class PublicationRefused extends Error {}

/** Why a second publication would show a few products' answers; undefined where it would not. */
async function tooCloseToEarlier(
  store: Store,
  asked: Published,
  locale: Locale
): Promise<string | undefined> {
  const { thresholds } = asked;
  for (const wave of wavesOf(asked)) {
    const earlier = await earlierPublications(store, wave.id);
    const isTooClose = earlier.some(({ changed }) => areTooFew(changed, thresholds));
    if (isTooClose) return closeWords(wave.code, asked, locale);
  }
  return undefined;
}

function closeWords(code: string, { thresholds }: Published, locale: Locale): string {
  const { products, vendors } = thresholds;
  return say(
    locale,
    `publication refusée : depuis une publication antérieure de « ${code} », moins de ${products} produits, ou les produits de moins de ${vendors} éditeurs, ont été ajoutés, retirés ou modifiés ; la différence serait leurs réponses`,
    `publication refused: since an earlier publication of “${code}”, fewer than ${products} products, or the products of fewer than ${vendors} vendors, were added, removed or changed; the difference would be their answers`
  );
}

function audited({ tables, materials }: ProtectedPublication): Promise<Finding[]> {
  const earlier = materials.flatMap((material) => material.earlier);
  return audit({
    cells: tables.cells,
    earlier,
    campaigns: materials.map((material) => ({
      code: material.campaign,
      criteria: material.criteria,
      seats: seatsToTry(
        material,
        tables.cells.filter(({ campaign }) => campaign === material.campaign)
      )
    }))
  });
}

async function protectedOrRefused(
  store: Store,
  asked: Published,
  locale: Locale
): Promise<ProtectedPublication> {
  try {
    return await protectedPublication(store, asked);
  } catch (error) {
    if (error instanceof CannotProtect) throw new PublicationRefused(hopelessWords(locale));
    throw error;
  }
}

/**
 * The protected tables of a publication, once they have been held against earlier ones and audited from every seat.
 * Throws PublicationRefused.
 */
export async function checkedPublication(
  store: Store,
  asked: Published,
  locale: Locale
): Promise<ProtectedPublication> {
  const close = await tooCloseToEarlier(store, asked, locale);
  if (close) throw new PublicationRefused(close);
  const publication = await protectedOrRefused(store, asked, locale);
  const findings = await audited(publication);
  if (findings.length > 0)
    throw new PublicationRefused(findings.map((finding) => findingWords(finding, locale)).join('\n'));
  return publication;
}
