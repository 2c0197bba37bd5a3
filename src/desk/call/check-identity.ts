import { identifyContact } from '#modules/contacts';
import { IDENTITY_FACTS, type IdentityFact } from '#modules/councils';
import { validateIdentity } from '#modules/customers';
import { FACT_WORDS } from '../words.ts';
import { type Call, type CallAnswer, callPath, refusedCall } from './call.ts';

/** The facts that the caller gave rightly, checked by the council's rule. Only which ones is kept, never what was said. */
export async function checkIdentity({ tx, deps, actor, contact, form }: Call): Promise<CallAnswer> {
  const { customerId } = contact;
  if (customerId === null) return { errors: { find: 'Find the customer first, then check who they are' } };
  const ticked = form.fields['fact'] ?? [];
  const confirmed = IDENTITY_FACTS.filter((fact: IdentityFact) => ticked.includes(fact));
  const result = await validateIdentity(tx, deps.clock, actor, { customerId, confirmed });
  if (!result.ok) {
    if (result.refusal !== 'not-enough') return refusedCall(result.refusal);
    const ask = result.ask.map((fact) => FACT_WORDS[fact] ?? fact).join(', ');
    return {
      errors: { fact: `Ask for ${result.missing} more of these: ${ask}` },
      values: { fact: confirmed },
      keep: true,
    };
  }
  const validatedBy = result.facts;
  const identified = await identifyContact(tx, deps.clock, actor, { contactId: contact.id, customerId, validatedBy });
  return identified.ok ? { to: callPath(contact.id) } : refusedCall(identified.refusal);
}
