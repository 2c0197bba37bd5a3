import { caseLines } from '#modules/cases';
import { tellPromises } from '#modules/promises';
import { fieldOf } from '#platform/http/read-form';
import { isId } from '#platform/ids';
import { type Call, type CallAnswer, callPath } from './call.ts';

/** The caller was told, in this contact, how it will be resolved and by when (contract, "Told"). */
export async function told({ tx, deps, actor, contact, form }: Call): Promise<CallAnswer> {
  const caseId = fieldOf(form, 'case');
  const [line] = isId(caseId) ? await caseLines(tx, actor.councilId, { caseIds: [caseId] }) : [];
  if (!line) return { errors: { call: 'That case is not there any more' } };
  const promiseIds = line.promises.filter(({ outcome, toldAt }) => outcome === null && toldAt === null);
  const result = await tellPromises(tx, deps.clock, actor, {
    promiseIds: promiseIds.map(({ id }) => id),
    at: deps.clock.now(),
    contactId: contact.id,
  });
  if (!result.ok) return { errors: { call: 'Your sign-in does not let you tell promises' } };
  return { to: `${callPath(contact.id)}#asked-${line.reference}` };
}
