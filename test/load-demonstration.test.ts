import { expect, test } from 'vitest';
import { startApp } from '#test/app';
import { loadDemonstration } from '../src/load-demonstration.ts';

test('starting again changes nothing', async () => {
  const { deps } = await startApp();
  const revision = () => deps.db.pool.query("select revision from councils where slug = 'estuary'");
  const before = (await revision()).rows;

  expect(await loadDemonstration(deps)).toBeNull();
  expect((await revision()).rows).toEqual(before);
});

test('what was changed at the desk outlives a start, which says so', async () => {
  const { deps, councilId } = await startApp();
  await deps.db.pool.query(
    `update council_documents set source = 'desk', hash = 'changed at the desk', body = jsonb_set(body, '{summary,en}', '"Holes."')
     where council_id = $1 and kind = 'service' and slug = 'pothole'`,
    [councilId],
  );

  expect(await loadDemonstration(deps)).toMatch(/service "pothole" was changed at the desk since/);

  const { rows } = await deps.db.pool.query(
    `select body #>> '{summary,en}' as summary from council_documents
     where council_id = $1 and kind = 'service' and slug = 'pothole' and is_current`,
    [councilId],
  );
  expect(rows).toEqual([{ summary: 'Holes.' }]);
});
