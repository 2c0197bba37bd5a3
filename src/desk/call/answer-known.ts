import { english } from '#modules/councils';
import { fieldOf } from '#platform/http/read-form';
import { keyOf } from '../../portal/report/known-thing.ts';
import { whatMustBeSaid } from '../../portal/report/what-is-known.ts';
import { type Call, type CallAnswer, callPath } from './call.ts';
import { keep } from './on-report.ts';
import { answered } from './pick-service.ts';
import type { TakenFacts } from './taken-facts.ts';

/** What the caller says to what is known: it is enough; it is not right; or they have heard it and go on. */
export async function answerKnown(call: Call, report: TakenFacts): Promise<CallAnswer> {
  const answer = fieldOf(call.form, 'known');
  const known = await whatMustBeSaid(report);
  if (answer === 'enough') {
    const note = known.map(({ say }) => say).join(' ') || english(report.service.name);
    return await answered(call, { reason: report.service.contactReason, serviceSlug: report.service.slug, note });
  }
  const told = [...new Set([...report.state.told, ...known.map(keyOf)])];
  await keep(report, { told, ...(answer === 'dispute' && { disputes: true }) });
  return { to: `${callPath(call.contact.id)}#call-script` };
}

/** The caller was shown the way to whoever can help: another body, or the emergency number. */
export async function divert(call: Call, report: TakenFacts): Promise<CallAnswer> {
  const id = fieldOf(call.form, 'diversion');
  const diversion = report.service.diversions.find((one) => one.id === id);
  if (!diversion) return { errors: { q: 'Choose where to send them' } };
  const { slug } = report.service;
  return await answered(call, { reason: 'signposting', serviceSlug: slug, note: english(diversion.tell) });
}
