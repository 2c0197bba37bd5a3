import { expect, test } from 'vitest';
import { startSeahaven } from '#test/seahaven';
import { pothole, report } from '#test/seahaven/reports';
import { nearbyPublicCases, reviewPublicText, textsToReview } from './index.ts';

test('what no rule can judge is shown to nobody until a person has read it, and then as they left it', async () => {
  const world = await startSeahaven('2026-11-24T11:00:00Z');
  const { reference } = await report(world, { ...pothole, answers: { what: 'Mr Jones dug this hole' } });
  const near = () =>
    world.run((tx) => nearbyPublicCases(tx, world.councilId, { service: 'pothole', lat: 51.54, lon: 0.14 }));
  expect(await near()).toEqual([]);
  const waiting = await world.run((tx) => textsToReview(tx, world.staff.hal));
  expect(waiting).toMatchObject([{ reference, text: 'Mr Jones dug this hole' }]);
  const review = (who: 'ada' | 'hal', text: string | null) =>
    world.run((tx) => reviewPublicText(tx, world.clock, world.staff[who], { case: reference, text }));
  expect(await review('ada', 'A hole')).toEqual({ ok: false, refusal: 'not-allowed' });
  expect(await review('hal', 'A hole')).toEqual({ ok: true });
  expect(await near()).toMatchObject([{ reference, publicText: 'A hole' }]);
  await review('hal', null);
  expect(await near()).toEqual([]);
  expect(await world.run((tx) => textsToReview(tx, world.staff.hal))).toEqual([]);
});
