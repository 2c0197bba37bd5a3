import { type CaseFacts, type CaseParty, caseFacts } from '#modules/cases';
import { reachableBy } from '#modules/customers';
import { filesOf } from '#modules/documents';
import { hasParts } from '#modules/questions';
import type { Tx } from '#platform/db';
import { destinationOf } from './destination-of.ts';

interface Person {
  role: string;
  customerId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/** What a destination is sent. Documented in docs/how-to/connect-a-back-office.md: a change there is a change of contract. */
export interface HandOverPayload {
  type: 'hand-over';
  /** When the case was accepted. */
  timestamp: string;
  data: {
    id: string;
    destination: string;
    reference: string;
    service: { slug: string; version: number; name: string };
    channel: string;
    description: string;
    /** The requester first; nobody where the destination is not to know who told us. */
    people: Person[];
    place: {
      words: string | null;
      uprn: number | null;
      postcode: string | null;
      lat: number | null;
      lon: number | null;
    };
    /** By the stable ids of the questions. */
    answers: Readonly<Record<string, unknown>>;
    inWords: { id: string; question: string; answer: string }[];
    files: { id: string; name: string; mediaType: string; bytes: number }[];
    /** Where the answer goes. */
    answerTo: string;
    /** Where what is paid is published, an award each: `<awardsTo>/<your own name for it>`. */
    awardsTo: string;
  };
}

interface Payload {
  payload: HandOverPayload;
  /** Why there is nothing to hand over any more; null while there is. */
  stopped: string | null;
}

interface PayloadOf {
  council_id: string;
  id: string;
  case_id: string;
  destination: string;
}

/** Make what is sent, from the case as it stands now. Undefined where the case has been disposed of. */
export async function payloadOf(tx: Tx, row: PayloadOf, publicUrl: string): Promise<Payload | undefined> {
  const facts = await caseFacts(tx, row.council_id, row.case_id);
  if (!facts) return undefined;
  const { row: itsCase, answers, inWords } = facts;
  const people = await peopleFor(tx, row, facts.parties);
  const files = await filesOf(tx, row.council_id, [itsCase.id]);
  const { place: words, uprn, postcode, lat, lon } = itsCase;
  return {
    stopped: whyStopped(facts),
    payload: {
      type: 'hand-over',
      timestamp: itsCase.opened_at.toISOString(),
      data: {
        id: row.id,
        destination: row.destination,
        reference: itsCase.reference,
        service: { slug: itsCase.service_slug, version: itsCase.service_version, name: itsCase.title },
        channel: itsCase.channel,
        description: itsCase.description,
        people,
        place: { words, uprn, postcode, lat, lon },
        answers: withoutSeals(answers),
        inWords,
        files: files.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes })),
        answerTo: `${publicUrl}/api/v1/hand-overs/${row.id}/answer`,
        awardsTo: `${publicUrl}/api/v1/hand-overs/${row.id}/awards`,
      },
    },
  };
}

/** A sealed account opens only with the house's own secret: what leaves has its holder and last digits, and no sealed box. */
function withoutSeals(answers: CaseFacts['answers']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => {
      if (!hasParts(answer) || answer.parts['sealed'] === undefined) return [id, answer];
      return [id, { parts: Object.fromEntries(Object.entries(answer.parts).filter(([part]) => part !== 'sealed')) }];
    }),
  );
}

/** Nobody, where the destination is not to know who told us. */
async function peopleFor(
  tx: Tx,
  { council_id, destination: slug }: PayloadOf,
  parties: readonly CaseParty[],
): Promise<Person[]> {
  const destination = await destinationOf(tx, council_id, slug);
  if (destination?.withoutPeople) return [];
  return Promise.all(parties.map((party) => personOf(tx, council_id, party)));
}

/** What was not given with the case stands in the customer's record, where there is one. */
async function personOf(tx: Tx, councilId: string, party: CaseParty): Promise<Person> {
  const known = party.customerId === null ? undefined : await reachableBy(tx, councilId, party.customerId);
  return {
    role: party.role,
    customerId: party.customerId,
    name: party.name ?? known?.name ?? null,
    email: party.email ?? known?.email ?? null,
    phone: party.phone ?? known?.mobile ?? null,
  };
}

/** Nobody works on what was taken back, or on a second copy of what another case hands over. */
function whyStopped({ row: { ending } }: CaseFacts): string | null {
  if (ending === 'withdrawn') return 'The case was withdrawn before this could be delivered';
  return ending === 'duplicate' ? 'The case follows another, which is handed over in its place' : null;
}
