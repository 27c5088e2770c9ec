/** Counts committed changes: those confined to one campaign, and those that may reach all. */
export interface ChangeCounter {
  /** One more, confined to a campaign where one is given. */
  count(campaignId?: number): void;
  all(): number;
  /** All but those confined to other campaigns. */
  reaching(campaignId: number): number;
}

export function changeCounter(): ChangeCounter {
  const confined = new Map<number, number>();
  let all = 0;
  let general = 0;
  return {
    count(campaignId) {
      all += 1;
      if (campaignId === undefined) general += 1;
      else confined.set(campaignId, (confined.get(campaignId) ?? 0) + 1);
    },
    all: () => all,
    reaching: (campaignId) => general + (confined.get(campaignId) ?? 0)
  };
}
