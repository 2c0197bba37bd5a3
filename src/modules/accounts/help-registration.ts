import { type StaffActor, trainingFor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { maySetUpAccounts } from './policy.ts';
import type { CodeAddress } from './read-address.ts';
import { registrationPath } from './registration-link.ts';
import { endRegistration, openRegistration } from './registrations.ts';
import type { MadeHow } from './tables.ts';

interface Help {
  registrationId: string;
  /** How staff are with the person: this is how the registration is counted from now on. */
  how: MadeHow;
  /** Where the link goes; another one where the first was mistyped. */
  to: CodeAddress;
}

type HelpResult =
  | { ok: true; name: string; path: string }
  | { ok: false; refusal: 'not-allowed' | 'not-trained' | 'not-found' | 'begun-elsewhere' };

/** Staff help somebody to finish: a fresh link to the right address, which the person opens themselves. */
export async function helpRegistration(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { registrationId, how, to }: Help,
): Promise<HelpResult> {
  if (!maySetUpAccounts(actor)) return { ok: false, refusal: 'not-allowed' };
  if (!(await trainingFor(tx, clock, actor, 'set-up-accounts')).isEnough) return { ok: false, refusal: 'not-trained' };
  const { councilId } = actor;
  const other = await openRegistration(tx, councilId, to.address);
  if (other && other.id !== registrationId) return { ok: false, refusal: 'begun-elsewhere' };
  const helped = await tx
    .updateTable('account_registrations')
    .set((eb) => ({
      made_how: how,
      begun_by: actor.id,
      channel: to.channel,
      address: to.address,
      sends: eb('sends', '+', 1),
    }))
    .where('council_id', '=', councilId)
    .where('id', '=', registrationId)
    .where('ended_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  if (!helped) return { ok: false, refusal: 'not-found' };
  const about = { subjectType: 'account-registration', subjectId: registrationId };
  await recordAct(tx, clock, actor, { act: 'account.registration-helped', ...about, detail: { how } });
  return { ok: true, name: helped.name, path: await registrationPath(tx, clock, councilId, registrationId) };
}

/** The person does not want it, or nobody could reach them: nobody tries again. */
export async function dropRegistration(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { registrationId, ending }: { registrationId: string; ending: 'not-wanted' | 'not-reached' },
): Promise<boolean> {
  if (!maySetUpAccounts(actor)) return false;
  const ended = await endRegistration(tx, clock, {
    councilId: actor.councilId,
    registrationId,
    ending,
    endedBy: actor.id,
  });
  const about = { subjectType: 'account-registration', subjectId: registrationId };
  if (ended) await recordAct(tx, clock, actor, { act: 'account.registration-dropped', ...about, detail: { ending } });
  return ended;
}
