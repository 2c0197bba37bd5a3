import type { ActorRef } from '#platform/actor';
import type { Tx } from '#platform/db';

/** The row of one contact, to write on; locked so that two presses on one contact follow each other. */
export function contactForWrite(tx: Tx, actor: ActorRef, contactId: string) {
  return tx
    .selectFrom('contacts')
    .selectAll()
    .where('council_id', '=', actor.councilId)
    .where('id', '=', contactId)
    .forUpdate()
    .executeTakeFirst();
}
