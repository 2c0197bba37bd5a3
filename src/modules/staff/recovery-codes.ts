import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newRecoveryCodes, recoveryHash } from './recovery-code.ts';
import './tables.ts';

const HOW_MANY = 10;

/** Make ten new codes and make the old ones void. */
export async function makeRecoveryCodes(tx: Tx, clock: Clock, secret: Buffer, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes(HOW_MANY);
  await tx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
  await tx
    .insertInto('recovery_codes')
    .values(
      codes.map((code) => ({
        person_id: personId,
        code_hash: hashOf(secret, code),
        made_at: clock.now(),
        used_at: null,
      })),
    )
    .execute();
  return codes;
}

/** Use a code up. Returns how many are left, or null when it is none of theirs or was used before. */
export async function useRecoveryCode(
  tx: Tx,
  clock: Clock,
  secret: Buffer,
  { personId, typed }: { personId: string; typed: string },
): Promise<number | null> {
  const used = await tx
    .updateTable('recovery_codes')
    .set({ used_at: clock.now() })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOf(secret, typed))
    .where('used_at', 'is', null)
    .returning('code_hash')
    .executeTakeFirst();
  if (!used) return null;
  const left = await tx
    .selectFrom('recovery_codes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return left.count;
}

function hashOf(secret: Buffer, code: string): Buffer {
  return recoveryHash(secret, 'recovery', code);
}
