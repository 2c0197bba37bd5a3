import type { ByMachine } from './by-machine.ts';
import { type DocumentedJourney, documentPence } from './document.ts';
import type { World } from './world.ts';

interface Step {
  who: string;
  what: string;
  channel: string;
  /** Null where the cost set has no price for it; 0 for what is no contact. */
  pence: number | null;
  /** Whether the document counts it in its price. */
  inDocument: boolean;
}

export interface PlayedJourney {
  journey: string;
  variant: 'new' | 'old';
  steps: Step[];
  /** The sum of what was really played. */
  pence: number;
  /** The document's own lines, priced from the same set by the same code. */
  documentPence: number;
  /** The total that the document printed. */
  statedPence: number;
  avoidableContacts: number;
  promises: { what: string; due: string; outcome: string | null }[];
  ok: boolean;
}

/** A step as it is played; with the id of its contact where it is one. */
export type Act = Omit<Step, 'pence'> & { contactId?: string };

export interface CaseRead {
  stage: string;
  ending: string | null;
  promises: { what: { en: string }; dueAt: string; toldAt: string | null; outcome: string | null }[];
}

interface JourneyLine {
  contactId: string;
  channel: string;
  direction: string;
  handled: string;
  acts: string[];
  pence: number | null;
}

export interface JourneyRead {
  lines: JourneyLine[];
  total: { pence: number; isComplete: boolean; contacts: number; avoidableContacts: number };
}

/** The cost set of the document that tells these journeys. */
export const COST_SET = 'barking-and-dagenham-2009';

const readCase = (machine: ByMachine, reference: string): Promise<CaseRead> =>
  machine.ask({ path: `/api/v1/cases/${reference}` });

export const readJourney = (machine: ByMachine, reference: string): Promise<JourneyRead> =>
  machine.ask({ path: `/api/v1/cases/${reference}/journey?costSet=${COST_SET}` });

interface Ended {
  variant: 'new' | 'old';
  reference: string;
  acts: readonly Act[];
  document: DocumentedJourney;
  /** Whether it went as the story has it. */
  isAsTold: (itsCase: CaseRead, journey: JourneyRead) => boolean;
}

/** What was played, with the prices that Frontdoor gives it. */
export async function played({ machine, costSet }: World, ended: Ended): Promise<PlayedJourney> {
  const { variant, reference, acts, document, isAsTold } = ended;
  const [itsCase, journey] = [await readCase(machine, reference), await readJourney(machine, reference)];
  const priceOf = new Map(journey.lines.map(({ contactId, pence }) => [contactId, pence]));
  return {
    journey: 'kay',
    variant,
    steps: acts.map(({ contactId, who, what, channel, inDocument }) => {
      const pence = contactId === undefined ? 0 : (priceOf.get(contactId) ?? null);
      return { who, what, channel, pence, inDocument };
    }),
    pence: journey.total.pence,
    documentPence: documentPence(document, costSet),
    statedPence: document.statedPence,
    avoidableContacts: journey.total.avoidableContacts,
    promises: itsCase.promises.map(({ what, dueAt, outcome }) => ({ what: what.en, due: dueAt, outcome })),
    ok: isAsTold(itsCase, journey) && acts.every(({ contactId }) => contactId === undefined || priceOf.has(contactId)),
  };
}
