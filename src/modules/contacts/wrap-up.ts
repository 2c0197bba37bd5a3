import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { endContact } from './end-contact.ts';
import { type LiveRefusal, ownContact } from './live-contact.ts';
import { closeSegments, handlingSeconds } from './segments.ts';
import { type WrapUpQuestion, wrapUpQuestions } from './wrap-up-questions.ts';
import { writeQuestion } from './write-question.ts';

interface WrapUp {
  contactId: string;
  /** What it was about, where no question was put on the contact. */
  reason?: string;
  /** Whether the caller has what they came for. */
  resolved?: boolean;
  /** Whether the adviser spoke of doing it online (E-37). */
  selfService?: 'not-offered' | 'declined' | 'accepted';
  summary?: string;
}

type WrapUpResult =
  | { ok: true }
  | { ok: false; refusal: LiveRefusal | 'already-wrapped-up' }
  | { ok: false; refusal: 'unanswered'; ask: WrapUpQuestion[] };

/**
 * Finish writing a contact up; a live one ends first. Only what Frontdoor does not know already is asked, two things at
 * most (`wrapUpQuestions`): a missing answer is refused with the questions still open.
 */
export async function wrapUp(tx: Tx, clock: Clock, actor: StaffActor, given: WrapUp): Promise<WrapUpResult> {
  const found = await ownContact(tx, actor, given.contactId);
  if (!found.ok) return found;
  if (found.contact.wrapped_at) return { ok: false, refusal: 'already-wrapped-up' };
  const asked = await wrapUpQuestions(tx, actor.councilId, given.contactId);
  const open = asked.filter((question) => answerTo(given, question) === undefined);
  if (open.length > 0) return { ok: false, refusal: 'unanswered', ask: open };
  if (!found.contact.ended_at) await endContact(tx, clock, actor, given);
  if (given.reason && asked.includes('reason')) {
    const contact = { councilId: actor.councilId, contactId: given.contactId };
    await writeQuestion(tx, clock, contact, { act: 'question', reason: given.reason });
  }
  await closeSegments(tx, clock, actor.councilId, given.contactId);
  await tx
    .updateTable('contacts')
    .set({
      wrapped_at: clock.now(),
      handling_seconds: await handlingSeconds(tx, actor.councilId, given.contactId),
      ...answers(given),
    })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', given.contactId)
    .execute();
  await publish(tx, clock, actor, { type: 'contact.wrapped-up', subjectType: 'contact', subjectId: given.contactId });
  return { ok: true };
}

function answerTo(given: WrapUp, question: WrapUpQuestion): unknown {
  if (question === 'reason') return given.reason?.trim() || undefined;
  return question === 'resolved' ? given.resolved : given.selfService;
}

function answers({ resolved, selfService, summary }: WrapUp) {
  return {
    ...(resolved !== undefined && { resolved_first: resolved }),
    ...(selfService !== undefined && {
      self_service_offered: selfService !== 'not-offered',
      self_service_accepted: selfService === 'accepted',
    }),
    ...(summary?.trim() && { summary: summary.trim() }),
  };
}
