import { bandName } from '#lib/i18n/bands.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { count, quoted, say } from '#lib/i18n/wording.ts';
import type { BandCount, Overview } from '#lib/maturity/figures.ts';
import type { Previous } from '../overview-data.ts';
import type { Figure } from '../figure.ts';

type Direction = 'up' | 'down' | 'same';

/** Compared in whole numbers: a share that is the same must not seem to move. */
function direction(before: BandCount, ratedBefore: number, after: BandCount, ratedAfter: number): Direction {
  const difference = after.products * ratedBefore - before.products * ratedAfter;
  if (difference === 0) return 'same';
  return difference > 0 ? 'up' : 'down';
}

const verbs: Record<Locale, Record<Direction, string>> = {
  fr: { up: 'augmente', down: 'recule', same: 'ne change pas' },
  en: { up: 'grows', down: 'shrinks', same: 'does not change' }
};

interface Moves {
  low: Direction;
  high: Direction;
  lowEdge: number;
  highEdge: number;
}

/** What the lowest and the highest band's shares did. */
function finding({ low, high, lowEdge, highEdge }: Moves, locale: Locale): string {
  if (low === 'same' && high === 'same') {
    return say(
      locale,
      `les parts des produits sous ${lowEdge} % et à ${highEdge} % et plus ne changent pas`,
      `the shares of products under ${lowEdge}% and at ${highEdge}% and over do not change`
    );
  }
  if (low === high) {
    return say(
      locale,
      `la part des produits sous ${lowEdge} % ${verbs.fr[low]}, celle de ${highEdge} % et plus aussi`,
      `the share of products under ${lowEdge}% ${verbs.en[low]}, and so does that of ${highEdge}% and over`
    );
  }
  return say(
    locale,
    `la part des produits sous ${lowEdge} % ${verbs.fr[low]}, celle de ${highEdge} % et plus ${verbs.fr[high]}`,
    `the share of products under ${lowEdge}% ${verbs.en[low]}, that of ${highEdge}% and over ${verbs.en[high]}`
  );
}

function title(previous: Previous, moves: Moves, locale: Locale): string {
  const since = quoted(previous.campaign.name, locale);
  return `${say(locale, `Depuis ${since}`, `Since ${since}`)}, ${finding(moves, locale)}`;
}

/** Each band's share in the previous campaign and in this one, all products of each; absent where either has none. */
export function bandChangeFigure(now: Overview, previous: Previous, locale: Locale): Figure | undefined {
  const then = previous.overview;
  const [low, high] = [now.bands[0], now.bands.at(-1)];
  const [lowThen, highThen] = [then.bands[0], then.bands.at(-1)];
  if (!low || !high || !lowThen || !highThen || now.rated === 0 || then.rated === 0) return undefined;
  const bands = now.bands.map(({ from, to, products }, i) => ({
    from,
    to,
    before: { products: then.bands[i]?.products ?? 0, rated: then.rated },
    after: { products, rated: now.rated }
  }));
  return {
    id: 'band-change',
    title: title(
      previous,
      {
        low: direction(lowThen, then.rated, low, now.rated),
        high: direction(highThen, then.rated, high, now.rated),
        lowEdge: low.to,
        highEdge: high.from
      },
      locale
    ),
    subline: say(
      locale,
      `Part des produits par tranche ; ○\u00a0${previous.campaign.name}, ●\u00a0maintenant`,
      `Share of products by band; ○\u00a0${previous.campaign.name}, ●\u00a0now`
    ),
    caption: say(
      locale,
      `${count(then.rated, 'product', 'fr')} puis ${integer(now.rated, locale)}, entrées et sorties comprises, chaque campagne à ses propres cibles.`,
      `${count(then.rated, 'product', 'en')}, then ${integer(now.rated, locale)}, those that entered and left included, each campaign at its own targets.`
    ),
    drawing: { chart: 'bandChange', rows: { bands } },
    table: {
      columns: [
        { label: say(locale, 'Tranche', 'Band'), kind: 'text' },
        { label: say(locale, 'Produits avant', 'Products before'), kind: 'count' },
        { label: say(locale, 'N avant', 'N before'), kind: 'count' },
        { label: say(locale, 'Part avant', 'Share before'), kind: 'share' },
        { label: say(locale, 'Produits', 'Products'), kind: 'count' },
        { label: 'N', kind: 'count' },
        { label: say(locale, 'Part', 'Share'), kind: 'share' }
      ],
      rows: bands.map((band) => [
        bandName(band, locale),
        band.before.products,
        band.before.rated,
        band.before.products / band.before.rated,
        band.after.products,
        band.after.rated,
        band.after.products / band.after.rated
      ])
    }
  };
}
