import type { AddressInfo } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { councilConfig, councilOfSlug } from '#modules/councils';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { aToken } from '#test/machine';
import { playJourneys } from './play-journeys.ts';
import { COST_SET, type PlayedJourney } from './played.ts';

let kayNew: PlayedJourney | undefined;
let kayOld: PlayedJourney | undefined;

beforeAll(async () => {
  const house = await startApp();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = house.app.server.address() as AddressInfo;
  const worker = setInterval(() => void house.work(), 500);
  try {
    const setting = {
      port,
      token: await aToken(house, 'api-write'),
      costSet: await costSet(house),
      clock: house.clock,
    };
    [kayNew, kayOld] = await playJourneys(setting);
  } finally {
    clearInterval(worker);
    await house.work();
  }
}, 60_000);

async function costSet({ deps, councilId }: TestApp) {
  const revision = (await councilOfSlug(deps.db, 'estuary'))?.revision ?? 0;
  const config = await inCouncil(deps.db, councilId, (tx) => councilConfig(tx, councilId, revision));
  const found = config.costSets.get(COST_SET);
  if (!found) throw new Error(`no cost set ${COST_SET}`);
  return found;
}

test('the new journey: the document counts £2.94 and printed £2.00; played, it is two calls, one of them to ask', () => {
  expect(kayNew).toMatchObject({ documentPence: 294, statedPence: 200, pence: 288, avoidableContacts: 1, ok: true });
  expect(kayNew?.promises.map(({ outcome }) => outcome)).toEqual(kayNew?.promises.map(() => 'kept'));
  expect(kayNew?.steps.at(-1)).toMatchObject({ who: 'Frontdoor', channel: 'email', pence: null });
});

test('the old journey: 27 contacts make the £39.24 that the document printed, and every chase was avoidable', () => {
  expect(kayOld).toMatchObject({ documentPence: 3_924, statedPence: 3_924, pence: 3_924, ok: true });
  expect(kayOld?.steps).toHaveLength(27);
  expect(kayOld?.avoidableContacts).toBe(15);
});
