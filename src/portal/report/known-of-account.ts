import { prefillFor } from '#modules/accounts';
import type { Answers, Ask } from '#modules/questions';
import type { OpenReport } from './on-report.ts';

/**
 * What is known of whoever fills the form in, by what a question is prefilled with: from their account, or as
 * staff began the form for them. It is read when a page asks for it and kept nowhere.
 */
export async function knownOf(
  { tx, deps, account, askingFor, state }: OpenReport,
  { questions }: Ask,
): Promise<Answers> {
  // Whoever asks for somebody else knows their own details; the form is about the other person.
  const isWanted = !askingFor && questions.some(({ prefill }) => prefill !== undefined);
  const known = isWanted && account ? await prefillFor(tx, deps.clock, account.councilId, account.id) : undefined;
  if (!known) return state.known;
  const { name, email, phone, address, postcode, uprn } = known;
  const home = address === '' ? undefined : { text: address, postcode, ...(uprn !== null && { uprn }) };
  const given = Object.entries({ name, email, phone }).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(given), ...(home && { address: home }), ...state.known };
}
