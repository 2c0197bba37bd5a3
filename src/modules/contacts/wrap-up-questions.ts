import type { Tx } from '#platform/db';

export type WrapUpQuestion = 'reason' | 'resolved' | 'self-service';

const MOST_QUESTIONS = 2;

/**
 * What is still to be asked of the adviser when a contact ends: at most two things, and only those that Frontdoor cannot
 * know. A question that points to a case says why they called and that it was not settled there and then.
 */
export async function wrapUpQuestions(tx: Tx, councilId: string, contactId: string): Promise<WrapUpQuestion[]> {
  const contact = await tx
    .selectFrom('contacts')
    .select(['resolved_first', 'self_service_offered', 'link_sent', 'direction'])
    .where('council_id', '=', councilId)
    .where('id', '=', contactId)
    .executeTakeFirst();
  if (!contact) return [];
  const questions = await tx
    .selectFrom('contact_questions')
    .select(['case_id', 'act'])
    .where('council_id', '=', councilId)
    .where('contact_id', '=', contactId)
    .execute();
  const isAboutCase = questions.some(({ case_id }) => case_id !== null);
  const open: WrapUpQuestion[] = [];
  if (questions.length === 0) open.push('reason');
  if (!isAboutCase && contact.resolved_first === null) open.push('resolved');
  const isOfferKnown = contact.self_service_offered !== null || contact.link_sent === true;
  if (!isOfferKnown && contact.direction === 'in') open.push('self-service');
  return open.slice(0, MOST_QUESTIONS);
}
