import { unwantedChannels } from '#modules/accounts';
import { isMobile, phoneKey, reachableBy } from '#modules/customers';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { chooseChannel, type Destination, type KnownWays, type Recipient } from './choose-channel.ts';
import { currentTemplate, type MessageRules, messageRules, type TemplateVersion } from './council-words.ts';
import { afterQuietHours, isCapped, lockPerson } from './daily-cap.ts';
import { queueDelivery } from './queue-delivery.ts';
import { recordContact } from './record-contact.ts';
import { type MessageVariables, renderTemplate, withLinkUnder } from './render-template.ts';

interface SendMessage {
  /** Says which message this is: the same key is the same message and is sent once ("case:<id>:received"). */
  key: string;
  /** Slug of the council's template. */
  template: string;
  variables: MessageVariables;
  to: Recipient;
  /** Only where the recipient must be told this way; otherwise their preference decides. */
  channel?: 'email' | 'sms' | 'letter';
  caseId?: string;
  serviceSlug?: string;
  /** Promises that count as told once a provider has accepted the message. */
  promiseIds?: readonly string[];
  /** The named officer, and where a reply goes: their team's inbox. */
  senderStaffId?: string | null;
  replyTo?: string | null;
  /** A code for `{{code}}`, sealed by `sealMessageCode`: nobody reads it before the message leaves, and then it is gone. */
  sealedCode?: Buffer;
  /** A sentence of ours and a path of our own door, such as the way to have no more of these. Stands under an email alone. */
  underEmail?: { say: string; path: string };
}

export type SendMessageResult =
  | {
      ok: true;
      messageId: string;
      contactId: string;
      state: 'queued' | 'capped';
      channel: Destination['channel'];
      isNew: boolean;
    }
  | { ok: false; refusal: 'no-way-to-reach' | 'not-wanted' | 'unknown-template' };

/**
 * Write a message to somebody and queue it. It is an outbound automatic contact in the history at once; whether it was
 * sent is its state. Over the council's cap per person and day it is kept as `capped` and not sent.
 */
export async function sendMessage(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  command: SendMessage,
): Promise<SendMessageResult> {
  const earlier = await messageOfKey(tx, actor.councilId, command.key);
  if (earlier) return earlier;
  const template = await currentTemplate(tx, actor.councilId, command.template);
  if (!template) return { ok: false, refusal: 'unknown-template' };
  const ways = await knownWays(tx, actor.councilId, command.to);
  const wanted = await wantedChannels(tx, actor.councilId, ways, template);
  const destination = chooseChannel(ways, wanted.channels, command.channel);
  if (!destination) return { ok: false, refusal: wanted.isLess ? 'not-wanted' : 'no-way-to-reach' };
  const rules = await messageRules(tx, actor.councilId);
  const person = { councilId: actor.councilId, clusterId: ways.clusterId, address: destination.address };
  await lockPerson(tx, person);
  // Somebody may have written the same message while we waited for the lock.
  const meanwhile = await messageOfKey(tx, actor.councilId, command.key);
  if (meanwhile) return meanwhile;
  const isAlways = rules.always.includes(template.when);
  const state = !isAlways && (await isCapped(tx, clock, person, rules)) ? 'capped' : 'queued';
  const draft: Draft = { command, template, destination, rules, isAlways, state };
  const { messageId, contactId } = await write(tx, clock, actor, draft);
  await publish(tx, clock, actor, { type: 'message.written', subjectType: 'message', subjectId: messageId });
  return { ok: true, messageId, contactId, state, channel: destination.channel, isNew: true };
}

/** The template's channels without those by which this person said that they want no such messages. */
async function wantedChannels(
  tx: Tx,
  councilId: string,
  { clusterId }: KnownWays,
  { channels, when }: TemplateVersion,
) {
  if (clusterId === null) return { channels, isLess: false };
  const unwanted = await unwantedChannels(tx, councilId, { clusterId, moment: when });
  const wanted = channels.filter((channel) => !unwanted.includes(channel));
  return { channels: wanted, isLess: wanted.length < channels.length };
}

interface Draft {
  command: SendMessage;
  template: TemplateVersion;
  destination: Destination;
  rules: MessageRules;
  isAlways: boolean;
  state: 'queued' | 'capped';
}

async function write(tx: Tx, clock: Clock, actor: ActorRef, draft: Draft) {
  const { contactId } = await recordOutbound(tx, clock, actor, draft);
  const messageId = newId(clock);
  const dueAt = draft.state === 'queued' ? whenToSend(clock, draft) : null;
  await insertMessage(tx, clock, actor, { ...draft, messageId, contactId, dueAt });
  if (dueAt) await queueDelivery(tx, clock, { councilId: actor.councilId, messageId, runAt: dueAt });
  return { messageId, contactId };
}

async function insertMessage(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  row: Draft & { messageId: string; contactId: string; dueAt: Date | null },
): Promise<void> {
  const { command, template, destination } = row;
  const text = renderTemplate(template, destination.channel, {
    name: destination.name ?? '',
    council: row.rules.councilName,
    ...command.variables,
  });
  await tx
    .insertInto('messages')
    .values({
      council_id: actor.councilId,
      id: row.messageId,
      contact_id: row.contactId,
      case_id: command.caseId ?? null,
      customer_id: command.to.customerId ?? null,
      key: command.key,
      channel: destination.channel,
      to_address: destination.address,
      to_name: destination.name,
      template_slug: template.slug,
      template_version: template.version,
      subject: text.subject,
      body:
        command.underEmail && destination.channel === 'email'
          ? withLinkUnder(text.body, command.underEmail)
          : text.body,
      sender_staff_id: command.senderStaffId ?? null,
      reply_to: command.replyTo ?? null,
      state: row.state,
      state_reason:
        row.state === 'capped' ? `more than ${row.rules.perPersonAndDay} messages to this person today` : null,
      promise_ids: [...(command.promiseIds ?? [])],
      made_at: clock.now(),
      due_at: row.dueAt,
      moment: template.when,
      is_always: row.isAlways,
      code_sealed: command.sealedCode ?? null,
    })
    .execute();
}

function recordOutbound(tx: Tx, clock: Clock, actor: ActorRef, { command, template, destination }: Draft) {
  return recordContact(tx, clock, actor, {
    channel: destination.channel,
    direction: 'out',
    handled: 'automatic',
    customerId: command.to.customerId,
    givenName: command.to.customerId ? null : destination.name,
    questions: [
      {
        act: null,
        reason: template.when,
        ...(command.caseId !== undefined && { caseId: command.caseId }),
        ...(command.serviceSlug !== undefined && { serviceSlug: command.serviceSlug }),
      },
    ],
  });
}

function whenToSend(clock: Clock, { destination, isAlways, rules }: Draft): Date {
  const now = clock.now();
  return destination.channel === 'sms' && !isAlways ? afterQuietHours(now, rules) : now;
}

async function messageOfKey(tx: Tx, councilId: string, key: string): Promise<SendMessageResult | undefined> {
  const row = await tx
    .selectFrom('messages')
    .select(['id', 'contact_id', 'state', 'channel'])
    .where('council_id', '=', councilId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  const state = row.state === 'capped' ? 'capped' : 'queued';
  return { ok: true, messageId: row.id, contactId: row.contact_id, state, channel: row.channel, isNew: false };
}

async function knownWays(tx: Tx, councilId: string, to: Recipient): Promise<KnownWays> {
  const known = to.customerId ? await reachableBy(tx, councilId, to.customerId) : undefined;
  const { clusterId, name, email, mobile, post, preferred } = known ?? NOTHING_KNOWN;
  return {
    clusterId,
    name: to.name ?? name,
    email: to.email ?? email,
    mobile: mobileOf(to.phone) ?? mobile,
    post,
    preferred,
  };
}

const NOTHING_KNOWN = { clusterId: null, name: null, email: null, mobile: null, post: null, preferred: null };

function mobileOf(typed: string | null | undefined): string | null {
  const key = typed ? phoneKey(typed) : null;
  return key && isMobile(key) ? key : null;
}
