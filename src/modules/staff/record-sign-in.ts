import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { StaffActor } from './actor.ts';

type Way = 'second-factor' | 'recovery-code' | 'enrolment' | 'single-sign-on' | 'demonstration';

export function recordSignIn(tx: Tx, clock: Clock, actor: StaffActor, by: Way): Promise<void> {
  return recordAct(tx, clock, actor, {
    act: 'staff.signed-in',
    subjectType: 'staff',
    subjectId: actor.id,
    detail: { by },
  });
}

/** A try that failed, whoever made it. The typed address is not kept: it may be a password in the wrong field. */
export function recordFailedSignIn(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { staffId, because }: { staffId: string | null; because: 'password' | 'second-factor' | 'single-sign-on' },
): Promise<void> {
  return recordAct(
    tx,
    clock,
    { councilId, type: 'public', id: null, name: 'somebody at the sign-in page' },
    { act: 'staff.sign-in-failed', subjectType: 'staff', subjectId: staffId, detail: { because } },
  );
}
