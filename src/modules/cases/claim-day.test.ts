import { expect, test } from 'vitest';
import { recordContact } from '#modules/contacts';
import { registerCustomer } from '#modules/customers';
import { inCouncil } from '#platform/db';
import { startApp } from '#test/app';
import { everyKind } from '#test/every-kind';
import { withService } from '#test/with-service';
import { openCase } from './open-case.ts';

const A_DAY = 24 * 60;
const CLAIM = { ...everyKind, claimFrom: { firstContactWithinMonths: 1, basis: 'the scheme' } };

/** Somebody asks about the service on 2 November 2026 and the form comes so many days later. @returns what the story says */
async function claimedAfter(days: number, askedAbout = CLAIM.slug): Promise<{ text: string; data: unknown }> {
  const app = await startApp({ now: '2026-11-02T10:00:00Z' });
  await withService(app, CLAIM);
  const actor = { councilId: app.councilId, type: 'system', id: null, name: 'a test' } as const;
  return await inCouncil(app.deps.db, app.councilId, async (tx) => {
    const customer = await registerCustomer(tx, app.clock, actor, { name: 'Tom Bell', reaches: [], source: 'phone' });
    if (!customer.ok) throw new Error('nobody was registered');
    const { customerId } = customer;
    const questions = [{ act: 'question', reason: 'information', serviceSlug: askedAbout }] as const;
    await recordContact(tx, app.clock, actor, {
      channel: 'phone',
      direction: 'in',
      handled: 'person',
      customerId,
      questions,
    });
    app.clock.advance(days * A_DAY);
    const command = { service: CLAIM.slug, channel: 'web', answers: {}, place: null } as const;
    const opened = await openCase(tx, app.clock, actor, { ...command, parties: [{ role: 'requester', customerId }] });
    if (!opened.ok) throw new Error(opened.message);
    return await tx
      .selectFrom('case_entries')
      .select(['text', 'data'])
      .where('council_id', '=', app.councilId)
      .where('case_id', '=', opened.caseId)
      .where('kind', '=', 'claim-day')
      .executeTakeFirstOrThrow();
  });
}

test('a claim counts from the first contact about it when the form follows within the month', async () => {
  const { text, data } = await claimedAfter(30);
  expect(text).toBe('This counts from Monday 2 November 2026, the day on which you first asked us about it.');
  expect(data).toEqual({ claimDay: '2026-11-02', basis: 'the scheme' });
});

test('a claim counts from the day it came when the first contact was longer ago than a month', async () => {
  expect((await claimedAfter(31)).text).toBe('This counts from Thursday 3 December 2026, the day on which we got it.');
});

test('a contact about another service is no first contact', async () => {
  expect((await claimedAfter(10, 'missed-bin')).text).toContain(
    'Thursday 12 November 2026, the day on which we got it',
  );
});
