import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { storeUpload } from '#modules/documents';
import { emptyState, startDraft } from '#modules/forms';
import { systemActor } from '#platform/actor';
import { asOwner, inCouncil } from '#platform/db';
import { startApp } from '#test/app';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

test('the night after, what was uploaded and never sent goes, with its bytes; what stands in a form that is kept stays', async () => {
  const house = await startApp();
  const { clock, deps, councilId } = house;
  const upload = async (name: string) => {
    const bytes = Buffer.concat([PDF, Buffer.from(name)]);
    const stored = await storeUpload(deps, systemActor(councilId), { name, bytes });
    if (!stored.ok) throw new Error(stored.message);
    return stored.fileId;
  };
  const [left, inForm, fresh] = [await upload('left.pdf'), await upload('form.pdf'), () => upload('fresh.pdf')];
  await inCouncil(deps.db, councilId, (tx) =>
    startDraft(tx, clock, systemActor(councilId), {
      serviceSlug: 'graffiti',
      serviceVersion: 1,
      channel: 'web',
      state: { ...emptyState, answers: { photo: [inForm] } },
    }),
  );
  const { rows: keys } = await deps.db.pool.query<{ key: string }>(
    'select coalesce(shown_key, original_key) as key from files where id = $1',
    [left],
  );
  clock.advance(25 * 60);
  const kept = await fresh();
  await asOwner(deps.db, (tx) => sql`select graphile_worker.add_job('retention-dispose')`.execute(tx));
  await house.work();

  const { rows } = await deps.db.pool.query<{ id: string }>('select id from files where id = any($1)', [
    [left, inForm, kept],
  ]);
  expect(rows.map(({ id }) => id).sort()).toEqual([inForm, kept].sort());
  expect(await deps.files.get(keys[0]?.key ?? '')).toBeNull();
});
