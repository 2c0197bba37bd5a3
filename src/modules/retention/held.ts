import { type RawBuilder, sql } from 'kysely';

/**
 * What legal holds reach, as tables of ids to begin a query with. A hold on a customer reaches every record of that
 * person, their cases and contacts; a hold on a case reaches its contacts and the people in it; a hold on a contact
 * reaches that contact.
 *
 * @see docs/domain/retention.md#legal-hold
 */
export function heldTables(councilId: string): RawBuilder<unknown> {
  return sql`
    held as (select subject_id as id from legal_holds where council_id = ${councilId} and lifted_at is null),
    held_people as (
      select m.id from customers h join customers m on m.council_id = h.council_id and m.cluster_id = h.cluster_id
      where h.council_id = ${councilId} and h.id in (select id from held)),
    held_cases as (
      select id from held
      union select case_id from case_parties where council_id = ${councilId} and customer_id in (select id from held_people)),
    held_customers as (
      select id from held_people
      union select customer_id from case_parties
        where council_id = ${councilId} and customer_id is not null and case_id in (select id from held_cases)),
    held_contacts as (
      select id from held
      union select id from contacts where council_id = ${councilId} and customer_id in (select id from held_people)
      union select contact_id from contact_questions where council_id = ${councilId} and case_id in (select id from held_cases)),
    held_subjects as (
      select id from held_cases union select id from held_customers union select id from held_contacts
      union select j.id from jobs j where j.council_id = ${councilId} and j.case_id in (select id from held_cases)
      union select s.id from submissions s where s.council_id = ${councilId} and s.case_id in (select id from held_cases))`;
}
