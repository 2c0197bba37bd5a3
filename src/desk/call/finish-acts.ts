import { markContact, recordSelfService, takeContact, transferContact, wrapUp } from '#modules/contacts';
import { MARKS } from '#modules/councils';
import { fieldOf } from '#platform/http/read-form';
import { isId } from '#platform/ids';
import { CONTACT_REASON_WORDS } from '../words.ts';
import { type Call, type CallAnswer, callPath, refusedCall } from './call.ts';

/** Complaint, request for information, claim …: one press, and its team and its clock start. */
export async function mark({ tx, deps, actor, contact, form }: Call): Promise<CallAnswer> {
  const wanted = MARKS.find((one) => one === fieldOf(form, 'mark'));
  if (!wanted) return { errors: { call: 'Choose what it is' } };
  const marked = await markContact(tx, deps.clock, actor, { contactId: contact.id, mark: wanted });
  return marked.ok ? { to: `${callPath(contact.id)}#call-marks` } : refusedCall(marked.refusal);
}

/** They heard that it can be done online, and said yes or no. */
export async function selfService({ tx, deps, actor, contact, form }: Call): Promise<CallAnswer> {
  const answer = fieldOf(form, 'self-service') === 'accepted' ? 'accepted' : 'declined';
  const recorded = await recordSelfService(tx, deps.clock, actor, { contactId: contact.id, answer });
  return recorded.ok ? { to: `${callPath(contact.id)}#call-marks` } : refusedCall(recorded.refusal);
}

/** Pass the caller on with everything known, so that nothing is repeated (E-26). */
export async function transfer({ tx, deps, actor, contact, form }: Call): Promise<CallAnswer> {
  const [toTeamId, reason] = [fieldOf(form, 'team'), fieldOf(form, 'reason').trim()];
  const values = { team: toTeamId, reason };
  if (!isId(toTeamId)) return { errors: { team: 'Choose the team that takes the caller' }, values };
  if (reason === '') return { errors: { reason: 'Write what the next one needs to know' }, values };
  const passed = await transferContact(tx, deps.clock, actor, { contactId: contact.id, toTeamId, reason });
  if (passed.ok) return { to: '/desk' };
  if (passed.refusal === 'unknown-team') return { errors: { team: 'That team is not there any more' }, values };
  return refusedCall(passed.refusal, values);
}

/** Take a contact that was passed on: the first to take it has it. */
export async function take({ tx, deps, actor, contact }: Call): Promise<CallAnswer> {
  const taken = await takeContact(tx, deps.clock, actor, { contactId: contact.id });
  return taken.ok ? { to: callPath(contact.id) } : refusedCall(taken.refusal);
}

const SELF_SERVICE = ['not-offered', 'declined', 'accepted'] as const;

const UNANSWERED = {
  'wrap-reason': 'Choose what it was about',
  'wrap-resolved': 'Say whether they have what they came for',
  'wrap-self-service': 'Say whether you spoke of doing it online',
} as const;

/** The contact is written up and leaves the hands. At most two things are asked, none that Frontdoor knows. */
export async function finish({ tx, deps, actor, contact, form }: Call): Promise<CallAnswer> {
  const reason = fieldOf(form, 'wrap-reason');
  const resolved = fieldOf(form, 'wrap-resolved');
  const offered = SELF_SERVICE.find((one) => one === fieldOf(form, 'wrap-self-service'));
  const summary = fieldOf(form, 'summary')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .slice(0, 2_000);
  const done = await wrapUp(tx, deps.clock, actor, {
    contactId: contact.id,
    summary,
    ...(reason in CONTACT_REASON_WORDS && { reason }),
    ...((resolved === 'yes' || resolved === 'no') && { resolved: resolved === 'yes' }),
    ...(offered && { selfService: offered }),
  });
  if (done.ok) return { to: '/desk' };
  if (done.refusal !== 'unanswered') return refusedCall(done.refusal);
  const errors = Object.fromEntries(done.ask.map((one) => [`wrap-${one}`, UNANSWERED[`wrap-${one}`]]));
  return { errors, values: { 'wrap-reason': reason, 'wrap-resolved': resolved, summary } };
}
