import { draftOfContact, startDraft } from '#modules/forms';
import type { Call } from './call.ts';
import { dropReport } from './pick-service.ts';

/**
 * The contact turns out to be with somebody else than was thought: a form that was begun for the first one starts again,
 * empty. What one person said never stands in the form of the next.
 */
export async function startAgainFor(call: Call, customerId: string | null): Promise<void> {
  const { tx, deps, actor, contact } = call;
  if (contact.customerId === null || contact.customerId === customerId) return;
  const draft = await draftOfContact(tx, deps.clock, actor.councilId, contact.id);
  if (!draft) return;
  await dropReport(call);
  // What another customer began online has gone back to them.
  if (draft.helpedAt !== null) return;
  await startDraft(tx, deps.clock, actor, {
    serviceSlug: draft.serviceSlug,
    serviceVersion: draft.serviceVersion,
    channel: contact.channel,
    contactId: contact.id,
    ...(customerId !== null && { customerId }),
  });
}
