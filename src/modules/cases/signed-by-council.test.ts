import { expect, test } from 'vitest';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { startApp } from '#test/app';
import { reportInStreet } from '#test/street-reports';
import { endCase } from './index.ts';

test('a message that nobody signs by name is signed by the council, with its team once and no comma left over', async () => {
  const house = await startApp();
  const { caseId, team } = await reportInStreet(house);
  await house.deps.db.pool.query('update cases set owner_id = null where id = $1', [caseId]);
  const ending = { case: caseId, ending: 'withdrawn', reason: 'You asked us to stop.' } as const;
  await inCouncil(house.deps.db, house.councilId, (tx) =>
    endCase(tx, house.clock, systemActor(house.councilId), ending),
  );
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    "select body from messages where case_id = $1 and template_slug = 'withdrawn'",
    [caseId],
  );
  expect(rows[0]?.body).toContain(`\nEstuary Borough Council\n${team.name}\n`);
});
