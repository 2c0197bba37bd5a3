import { findCase, messageCase, todayOf } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { sayDay } from '#modules/decisions';
import { sayPounds } from '#modules/questions';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { sayPayee, upcoming } from './award-in-words.ts';
import { type AwardView, awardsOf } from './awards-of.ts';

/**
 * Tell the customer when they are paid and how much, once for each revision that holds, as soon as both the dates and a
 * decision that says yes are there, in whichever order they came.
 */
export async function tellPayments(tx: Tx, clock: Clock, councilId: string, caseId: string): Promise<void> {
  const itsCase = await findCase(tx, councilId, caseId);
  if (!itsCase) return;
  const today = await todayOf(tx, clock, councilId);
  const template = (await councilConfig(tx, councilId)).profile.settings.paymentsLetter;
  for (const award of await awardsOf(tx, councilId, [caseId])) {
    if (!award.isShown) continue;
    await messageCase(tx, clock, {
      itsCase,
      moment: 'update',
      template,
      key: `payments:${award.id}`,
      variables: { reason: paymentsInWords(award, today) },
    });
  }
}

function paymentsInWords({ name, amount, isCorrected, payments }: AwardView, today: string): string {
  const { next, coming } = upcoming(payments, today);
  const what = `${isCorrected ? 'What we pay you has changed' : 'This is what we pay you'}: ${name}${amount === '' ? '' : `, ${amount}`}.`;
  if (!next) return `${what} No payment is planned now.`;
  const when = `The next payment is ${sayPounds(next.pence)} on ${sayDay(next.on)}, to ${sayPayee(next.to)}.`;
  const all = coming.length > 1 ? `We have ${coming.length} payments planned.` : '';
  return [what, when, all].filter(Boolean).join(' ');
}
