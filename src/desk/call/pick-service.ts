import { todayOf } from '#modules/cases';
import { addQuestion } from '#modules/contacts';
import { english } from '#modules/councils';
import { draftOfContact, forgetDraft, giveFormBack, startDraft } from '#modules/forms';
import { currentService, isOffered, isTransaction } from '#modules/services';
import { fieldOf } from '#platform/http/read-form';
import { type Call, type CallAnswer, callPath, refusedCall } from './call.ts';

/** Begin to take a report or an application, in place of one that was begun; or note that its page answered the question. */
export async function pickService(call: Call): Promise<CallAnswer> {
  const { tx, deps, actor, contact, form } = call;
  if (contact.endedAt) return refusedCall('already-ended');
  const current = await currentService(tx, actor.councilId, fieldOf(form, 'service'));
  const today = await todayOf(tx, deps.clock, actor.councilId);
  if (!current || !isOffered(current.service, today))
    return { errors: { q: 'That service is not offered any more. Choose another' } };
  const { service, version } = current;
  if (!isTransaction(service)) {
    return await answered(call, {
      reason: service.contactReason,
      serviceSlug: service.slug,
      note: english(service.name),
    });
  }
  return await beginForm(call, { slug: service.slug, version });
}

/** A form for whoever is in the contact, in place of one that was begun there. */
export async function beginForm(
  call: Call,
  { slug, version, receivedOn }: { slug: string; version: number; receivedOn?: string },
): Promise<CallAnswer> {
  const { tx, deps, actor, contact } = call;
  await dropReport(call);
  await startDraft(tx, deps.clock, actor, {
    serviceSlug: slug,
    serviceVersion: version,
    channel: contact.channel,
    contactId: contact.id,
    receivedOn,
    ...(contact.customerId && { customerId: contact.customerId }),
  });
  return { to: `${callPath(contact.id)}#call-script` };
}

/** Leave the report that was begun: nothing of it is kept. */
export async function leaveReport(call: Call): Promise<CallAnswer> {
  await dropReport(call);
  return { to: callPath(call.contact.id) };
}

interface Answered {
  reason: string;
  serviceSlug: string;
  note: string;
}

/** The question was answered there and then: it is on the contact, and no case is made. */
export async function answered(call: Call, { reason, serviceSlug, note }: Answered): Promise<CallAnswer> {
  const { tx, deps, actor, contact } = call;
  const question = { act: 'question', reason, serviceSlug, note } as const;
  const added = await addQuestion(tx, deps.clock, actor, { contactId: contact.id, ...question });
  if (!added.ok) return refusedCall(added.refusal);
  await dropReport(call);
  return { to: callPath(contact.id) };
}

/** Forget the report that was begun in this contact; one that the customer began online is theirs, and goes back to them. */
export async function dropReport({ tx, deps, actor, contact }: Call): Promise<void> {
  const draft = await draftOfContact(tx, deps.clock, actor.councilId, contact.id);
  if (!draft) return;
  if (draft.helpedAt === null) await forgetDraft(tx, actor.councilId, draft.id);
  else await giveFormBack(tx, actor.councilId, draft.id);
}
