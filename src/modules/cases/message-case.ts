import { helpersToTell } from '#modules/accounts';
import { type MessageVariables, sendMessage } from '#modules/contacts';
import type { MessageMoment } from '#modules/councils';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { caseRules } from './case-rules.ts';
import { caseService } from './case-service.ts';
import { caseWords } from './case-words.ts';
import type { CaseRow } from './find-case.ts';
import { followPath } from './follow/follow-link.ts';
import { openCasePath } from './open-case-link.ts';
import './tables.ts';

interface CaseMessage {
  itsCase: CaseRow;
  moment: MessageMoment;
  /** Slug of a template in place of the one for this moment. */
  template?: string | undefined;
  /** Says which telling this is: each person is told it once, however often the task runs. */
  key: string;
  /** What this message says beside what every message of the case can say. */
  variables?: MessageVariables;
  /** Promises that count as told when the requester's message is accepted. */
  promiseIds?: readonly string[];
  /** The officer who signs, where it is not the owner. */
  signedBy?: string | null;
  /** Followers hear of what changes for everybody, not of questions to the requester. */
  withFollowers?: boolean;
}

const WAY_OUT_GOOD_FOR_DAYS = 365;
const CONCERNED = ['requester', 'subject', 'helper', 'landlord', 'councillor'] as const;

/**
 * Tell the people of a case, each by their own way, in the council's words for this moment, signed by a named officer
 * with a way to answer (F-22). Whoever left no way to reach them is told nothing: their tracking page says the same.
 *
 * @returns the ids of the messages, the requester's first
 */
export async function messageCase(tx: Tx, clock: Clock, message: CaseMessage): Promise<string[]> {
  const { itsCase, moment, key, variables = {}, promiseIds = [], signedBy, withFollowers = false } = message;
  const service = await caseService(tx, itsCase.council_id, itsCase.service_slug, itsCase.service_version);
  const { templates } = await caseRules(tx, itsCase.council_id, service);
  const template = message.template ?? templates[moment];
  if (template === undefined) return [];
  const words = await caseWords(tx, clock, { itsCase, service, signedBy: signedBy ?? itsCase.owner_id });
  const messageIds: string[] = [];
  for (const party of await recipients(tx, itsCase, withFollowers)) {
    const sent = await sendMessage(tx, clock, systemActor(itsCase.council_id), {
      key: `${key}:${party.id}`,
      template,
      variables: { ...words.variables, ...variables },
      to: { customerId: party.customer_id, name: party.name, email: party.email, phone: party.phone },
      caseId: itsCase.id,
      serviceSlug: itsCase.service_slug,
      promiseIds: party.role === 'requester' ? promiseIds : [],
      senderStaffId: words.officerId,
      replyTo: words.variables.inbox ?? null,
      ...(party.email !== null && (await underEmail(tx, clock, itsCase, { ...party, email: party.email }))),
    });
    if (sent.ok) messageIds.push(sent.messageId);
    messageIds.push(...(await tellHelpers(tx, clock, { message, party, template, words })));
  }
  return messageIds;
}

interface ForHelpers {
  message: CaseMessage;
  party: { id: string; customer_id: string | null };
  template: string;
  words: Awaited<ReturnType<typeof caseWords>>;
}

/** The same for those whom the customer asked to help, by email, with no link that opens the case: they have their own account. */
async function tellHelpers(tx: Tx, clock: Clock, { message, party, template, words }: ForHelpers): Promise<string[]> {
  const { itsCase, key, variables = {} } = message;
  const { council_id: councilId, id: caseId, service_slug: serviceSlug } = itsCase;
  const messageIds: string[] = [];
  const helpers = party.customer_id === null ? [] : await helpersToTell(tx, clock, councilId, party.customer_id);
  for (const { grantId, name, email } of helpers) {
    const sent = await sendMessage(tx, clock, systemActor(councilId), {
      key: `${key}:${party.id}:${grantId}`,
      template,
      channel: 'email',
      variables: { ...words.variables, ...variables },
      to: { name, email },
      caseId,
      serviceSlug,
      senderStaffId: words.officerId,
      replyTo: words.variables.inbox ?? null,
    });
    if (sent.ok) messageIds.push(sent.messageId);
  }
  return messageIds;
}

/** A follower asked for news alone, so each piece of it says how to have no more. Those concerned may see all of it. */
async function underEmail(tx: Tx, clock: Clock, itsCase: CaseRow, { role, email }: { role: string; email: string }) {
  if (role !== 'follower') {
    const say = 'See all of your report without typing anything. This link works once, for 14 days:';
    return { underEmail: { say, path: await openCasePath(tx, clock, itsCase) } };
  }
  const follower = { councilId: itsCase.council_id, caseId: itsCase.id, email };
  const path = await followPath(tx, clock, follower, WAY_OUT_GOOD_FOR_DAYS);
  return { underEmail: { say: 'You follow this report. To get no more messages about it:', path } };
}

function recipients(tx: Tx, { council_id, id }: CaseRow, withFollowers: boolean) {
  return tx
    .selectFrom('case_parties')
    .select(['id', 'role', 'customer_id', 'name', 'email', 'phone'])
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('wants_updates', '=', true)
    .where('ended_at', 'is', null)
    .where('role', 'in', withFollowers ? [...CONCERNED, 'follower'] : [...CONCERNED])
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}
