import type { CostSet } from '#modules/councils';

export interface Priced {
  channel: string;
  direction: 'in' | 'out';
  handled: 'person' | 'automatic';
}

/**
 * Pence for one contact in the chosen, dated set of unit costs (K-28). Null where the set has no price for this channel,
 * direction and handling: it is never guessed, and a total with a null in it says that it is incomplete.
 */
export function priceContact(
  { channel, direction, handled }: Priced,
  { prices }: Pick<CostSet, 'prices'>,
): number | null {
  const price = prices.find(
    (one) => one.channel === channel && one.direction === direction && one.handling === handled,
  );
  return price?.pence ?? null;
}
