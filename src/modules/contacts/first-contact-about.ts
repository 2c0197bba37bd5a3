import type { Tx } from '#platform/db';
import './tables.ts';

interface About {
  /** Whoever it is about; other records of the same person count too. */
  customerIds: readonly string[];
  serviceSlug: string;
  since: Date;
}

/** When one of these customers first asked about a service, at any door, not before `since`; undefined where nobody has. */
export async function firstContactAbout(
  tx: Tx,
  councilId: string,
  { customerIds, serviceSlug, since }: About,
): Promise<Date | undefined> {
  if (customerIds.length === 0) return undefined;
  const row = await tx
    .selectFrom('contacts')
    .innerJoin('contact_questions', (join) =>
      join
        .onRef('contact_questions.council_id', '=', 'contacts.council_id')
        .onRef('contact_questions.contact_id', '=', 'contacts.id'),
    )
    .innerJoin('customers as theirs', (join) =>
      join.onRef('theirs.council_id', '=', 'contacts.council_id').onRef('theirs.id', '=', 'contacts.customer_id'),
    )
    .innerJoin('customers as named', (join) =>
      join.onRef('named.council_id', '=', 'theirs.council_id').onRef('named.cluster_id', '=', 'theirs.cluster_id'),
    )
    .select((eb) => eb.fn.min('contacts.started_at').as('first'))
    .where('contacts.council_id', '=', councilId)
    .where('named.id', 'in', [...customerIds])
    .where('contacts.direction', '=', 'in')
    .where('contacts.started_at', '>=', since)
    .where('contact_questions.service_slug', '=', serviceSlug)
    .executeTakeFirst();
  return row?.first ?? undefined;
}
