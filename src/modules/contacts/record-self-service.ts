import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type LiveRefusal, ownContact } from './live-contact.ts';

interface SelfService {
  contactId: string;
  /** What the customer said when they heard that it can be done online (E-37). */
  answer: 'declined' | 'accepted';
}

type SelfServiceResult = { ok: true } | { ok: false; refusal: LiveRefusal };

/** The adviser spoke of doing it online; pressed again, the later answer stands. */
export async function recordSelfService(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { contactId, answer }: SelfService,
): Promise<SelfServiceResult> {
  const found = await ownContact(tx, actor, contactId);
  if (!found.ok) return found;
  await tx
    .updateTable('contacts')
    .set({ self_service_offered: true, self_service_accepted: answer === 'accepted' })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', contactId)
    .execute();
  const about = { subjectType: 'contact', subjectId: contactId };
  await recordAct(tx, clock, actor, { act: 'contact.self-service-offered', ...about, detail: { answer } });
  return { ok: true };
}
