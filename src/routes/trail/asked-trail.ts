import type { Asked } from '#lib/server/trail/trail.ts';

const day = /^\d{4}-\d\d-\d\d$/;

const shownDays = 31;

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** What an address asks of the trail, of the last month where it names no first day; what is no day is left out. */
export function askedTrail({ searchParams }: URL): Asked {
  const given = (name: string) => searchParams.get(name)?.trim() || undefined;
  const date = (name: string) => (day.test(given(name) ?? '') ? given(name) : undefined);
  const asked: Asked = {
    by: given('by'),
    act: given('act'),
    text: given('text'),
    from: searchParams.has('since') ? date('since') : daysAgo(shownDays),
    to: date('until')
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Asked;
}
