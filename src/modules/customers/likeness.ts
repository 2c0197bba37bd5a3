import type { Comparison, Reason } from './compare-people.ts';

/** How sure we may be that two records are one person; a person decides, whatever it says. */
export type Likeness = 'likely' | 'possible' | 'unlikely';

/** At this score and above, at least 99 of 100 pairs of the judged data are one person (docs/domain/customers.md#matching). */
const LIKELY_AT = 9;
const POSSIBLE_AT = 4;

export function likenessOf({ score, reasons }: Comparison): Likeness {
  if (score >= LIKELY_AT && !isHousemate(reasons)) return 'likely';
  return score >= POSSIBLE_AT ? 'possible' : 'unlikely';
}

// Two people of one household share their name, home and telephone: only what is one person's own tells them apart.
function isHousemate(reasons: readonly Reason[]): boolean {
  const how = (fact: Reason['fact']) => reasons.find((reason) => reason.fact === fact)?.how;
  return how('given name') === 'different' && how('date of birth') !== 'same' && how('email') !== 'same';
}
