import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterChips } from '#lib/i18n/filter-chips.ts';
import { formatFilters, noFilters, parseFilters } from '#lib/maturity/filters.ts';
import { pairsOf, randomFilters } from '../server/random-campaign.ts';

const locale = fc.constantFrom('fr' as const, 'en' as const);
const filters = randomFilters.map((random) => parseFilters(pairsOf(random)));

test('there is a chip for every filter and setting in an address, and each takes away that one alone', () => {
  fc.assert(
    fc.property(filters, locale, (inForce, language) => {
      const pairs = [...new Set(formatFilters(inForce).map(([name, value]) => `${name}=${value}`))];
      const chips = filterChips(inForce, language);
      const removed = chips.map(({ without }) => {
        const left = [...new Set(formatFilters(without).map(([name, value]) => `${name}=${value}`))];
        const gone = pairs.filter((pair) => !left.includes(pair));
        expect([gone.length, left.length]).toEqual([1, pairs.length - 1]);
        return gone[0];
      });
      expect(removed.sort()).toEqual(pairs.sort());
      for (const { name, value } of chips) expect(name !== '' && value !== '').toBe(true);
    })
  );
});

test('taking away one chip after another, in any order, leaves none', () => {
  fc.assert(
    fc.property(filters, locale, fc.infiniteStream(fc.nat()), (inForce, language, picks) => {
      let left = inForce;
      for (let chips = filterChips(left, language); chips.length > 0; chips = filterChips(left, language)) {
        left = chips[(picks.next().value as number) % chips.length]?.without ?? left;
      }
      expect(left).toEqual(noFilters);
    })
  );
});

test('the names are those of the pickers', () => {
  const inForce = parseFilters([
    ['corridor', ''],
    ['scope', 'common'],
    ['band', '80-100'],
    ['attr.hosting', ''],
    ['unanswered', 'exclude']
  ]);
  expect(
    filterChips(inForce, 'fr').map(({ name, value }) => `${name}: ${value.replaceAll('\u00a0', ' ')}`)
  ).toEqual([
    'Couloir: sans couloir',
    'Critères: communs',
    'Tranche: 80 % et plus',
    'hosting: sans valeur',
    'Sans réponse: exclu des dénominateurs'
  ]);
});
