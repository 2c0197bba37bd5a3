import { ADDITIONS, addToCase, type CaseLine, caseLines, chaseCase } from '#modules/cases';
import { addQuestion, markContact, QUESTION_ACTS, type QuestionAct } from '#modules/contacts';
import { fieldOf } from '#platform/http/read-form';
import { isId } from '#platform/ids';
import { ACT_WORDS } from '../words.ts';
import { type Call, type CallAnswer, callPath, refusedCall } from './call.ts';

const NEEDS_WORDS = ['new-fact', 'change'];
const LONGEST = 2_000;

/**
 * The contact is about a case that is open already: one press says how. Only chasing is avoidable, and the promise that
 * was missed is named as its cause; the case hears of a new fact, a change or a worsening.
 */
export async function aboutCase(call: Call): Promise<CallAnswer> {
  const { tx, deps, actor, contact, form } = call;
  const caseId = fieldOf(form, 'case');
  const act = QUESTION_ACTS.find((one) => one === fieldOf(form, 'act'));
  const note = fieldOf(form, 'note')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
  const [line] = isId(caseId) ? await caseLines(tx, actor.councilId, { caseIds: [caseId] }) : [];
  if (!line || !act) return { errors: { call: 'That case is not there any more. Search for it again' } };
  const field = `note-${line.reference}`;
  const values = { [field]: note };
  if (NEEDS_WORDS.includes(act) && note === '') {
    return { errors: { [field]: 'Write down what they said, then press it again' }, values };
  }
  if (note.length > LONGEST) return { errors: { [field]: `Use ${LONGEST} characters or fewer` }, values };
  const added = await addQuestion(tx, deps.clock, actor, {
    contactId: contact.id,
    act,
    reason: act === 'chase' ? 'progress' : act,
    serviceSlug: line.serviceSlug,
    caseId: line.id,
    ...(note !== '' && { note }),
  });
  if (!added.ok) return refusedCall(added.refusal, values);
  const written = await tellCase(call, { line, act, note });
  return written ? { to: `${callPath(contact.id)}#asked-${line.reference}` } : { errors: ENDED, values };
}

const ENDED = { call: 'That case has ended meanwhile. Open it again from its own page if the work is not right' };

interface Said {
  line: CaseLine;
  act: QuestionAct;
  note: string;
}

/** What was said stands on the case too, where those who do the work read it. */
async function tellCase({ tx, deps, actor, contact }: Call, { line, act, note }: Said): Promise<boolean> {
  const about = { case: line.id, contactId: contact.id };
  if (act === 'complaint') {
    return (await markContact(tx, deps.clock, actor, { contactId: contact.id, mark: 'complaint' })).ok;
  }
  if (act === 'chase') return (await chaseCase(tx, deps.clock, actor, about)).ok;
  const kind = ADDITIONS.find((one) => one === act);
  if (!kind || line.stage === 'ended') return true;
  return (await addToCase(tx, deps.clock, actor, { ...about, kind, text: note || ACT_WORDS[act] })).ok;
}
