import { pausePromise, promisesOf } from '#modules/promises';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockCase } from './find-case.ts';
import { mayDecide, mayWorkCases } from './policy.ts';
import { publishCase } from './publish-case.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface AskCustomer {
  /** Id or reference. */
  case: string;
  /** As the customer will read it: 1 to 2,000 characters. */
  question: string;
  /** It may be asked while another question waits: what is already paused stays so, and the customer is told of both. */
  isBesideAnother?: boolean;
}

export type AskCustomerRefusal = 'not-found' | 'not-allowed' | 'ended' | 'no-question' | 'already-waiting';
export type AskCustomerResult = { ok: true; entryId: string } | { ok: false; refusal: AskCustomerRefusal };

/** Ask the customer something that the work waits for. Each promise does what its own standard says: pause, restart or run on. */
export async function askCustomer(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: AskCustomer,
): Promise<AskCustomerResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayDecide(actor, itsCase) && !mayWorkCases(actor)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.ended_at) return { ok: false, refusal: 'ended' };
  if (itsCase.stage === 'waiting' && !command.isBesideAnother) return { ok: false, refusal: 'already-waiting' };
  const text = command.question.trim();
  if (text === '') return { ok: false, refusal: 'no-question' };
  const entryId = await writeEntry(tx, clock, actor, { caseId: itsCase.id, kind: 'asked', audience: 'customer', text });
  if (!entryId) throw new Error('an entry without a source id is always written');
  const open = (await promisesOf(tx, actor.councilId, [itsCase.id])).filter(({ outcome }) => outcome === null);
  for (const { id } of open) await pausePromise(tx, clock, actor, { promiseId: id, why: text });
  await touchCase(tx, clock, itsCase, { stage: 'waiting', waiting_for: 'customer' });
  await publishCase(tx, clock, actor, { type: 'case.asked', subjectId: itsCase.id, data: { entryId } });
  return { ok: true, entryId };
}
