import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockCase } from './find-case.ts';
import { mayAddTo } from './policy.ts';
import { publishCase } from './publish-case.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface ConfirmFixed {
  /** Id or reference. */
  case: string;
  contactId?: string | null;
}

export type ConfirmFixedResult = { ok: true } | { ok: false; refusal: 'not-found' | 'not-allowed' | 'not-ended' };

/** The customer says that it is fixed: the outcome that they wanted was achieved (F-41). Saying it twice says it once. */
export async function confirmFixed(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: ConfirmFixed,
): Promise<ConfirmFixedResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayAddTo(actor)) return { ok: false, refusal: 'not-allowed' };
  if (!itsCase.ended_at) return { ok: false, refusal: 'not-ended' };
  if (itsCase.outcome_achieved) return { ok: true };
  await writeEntry(tx, clock, actor, {
    caseId: itsCase.id,
    kind: 'confirmed',
    audience: 'customer',
    text: 'Said to be fixed.',
    contactId: command.contactId,
  });
  await touchCase(tx, clock, itsCase, { outcome_achieved: true });
  await publishCase(tx, clock, actor, { type: 'case.confirmed-fixed', subjectId: itsCase.id });
  return { ok: true };
}
