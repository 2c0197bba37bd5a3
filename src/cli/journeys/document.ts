import { type Priced, priceContact } from '#modules/contacts';
import type { CostSet } from '#modules/councils';

/** What a document counts of a journey, and the total that it printed. */
export interface DocumentedJourney {
  lines: readonly { contact: Priced; count: number }[];
  /** Pence. */
  statedPence: number;
}

const callIn = { channel: 'phone', direction: 'in', handled: 'person' } as const;
const callBack = { channel: 'phone', direction: 'out', handled: 'person' } as const;
const internalEmail = { channel: 'email', direction: 'out', handled: 'person' } as const;

/** Kay, late rubbish collection and fly-tipping: Barking and Dagenham, customer strategy 2010, Enclosure 2. */
export const kayInDocument: { new: DocumentedJourney; old: DocumentedJourney } = {
  // The document adds one call and one internal email to £2.00; its own prices make £2.94.
  new: {
    lines: [
      { contact: callIn, count: 1 },
      { contact: internalEmail, count: 1 },
    ],
    statedPence: 200,
  },
  // 15 calls to the contact centre, 6 emails to refuse, 1 call to a councillor, 5 calls back to her.
  old: {
    lines: [
      { contact: callIn, count: 15 },
      { contact: internalEmail, count: 6 },
      { contact: callIn, count: 1 },
      { contact: callBack, count: 5 },
    ],
    statedPence: 3_924,
  },
};

/** Pence of a document's own lines. Throws where the set has no price for one: a document is priced from its own set. */
export function documentPence({ lines }: DocumentedJourney, costSet: Pick<CostSet, 'prices'>): number {
  return lines.reduce((sum, { contact, count }) => {
    const pence = priceContact(contact, costSet);
    if (pence === null) throw new Error(`the cost set has no price for ${contact.channel} ${contact.direction}`);
    return sum + pence * count;
  }, 0);
}
