import { createHmac, randomInt } from 'node:crypto';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

const HOW_MANY = 10;
// No 0/O, 1/I/L: a code is copied from paper.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Make ten new codes (`7KM3Q-X9TAB`, about 50 bits each) and make the old ones void. Shown once, kept only as keyed hashes. */
export async function makeRecoveryCodes(tx: Tx, clock: Clock, secret: Buffer, personId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
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

function newCode(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

function hashOf(secret: Buffer, code: string): Buffer {
  return createHmac('sha256', secret)
    .update(`recovery:${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`)
    .digest();
}
