import { type CaseOpened, type OpenCase, openCase } from '#modules/cases';
import type { Actor } from '#modules/staff';
import { newId } from '#platform/ids';
import type { Seahaven } from '../seahaven.ts';

/** Kay's home: a house with a UPRN, so that a second report is recognised. */
export const KAYS_HOME = {
  uprn: 990_000_000_014,
  house: '14',
  postcode: 'RM9 5AA',
  words: '14 Elm Road',
  lat: 51.54,
  lon: 0.14,
};
export const kay = { role: 'requester', name: 'Kay Lewis', email: 'kay@example.org' } as const;

/** Kay's missed bin, with rubbish left on the street unless said otherwise. */
export const missedBin: OpenCase = {
  service: 'missed-bin',
  channel: 'phone',
  answers: { container: 'rubbish', 'street-dirty': true, more: 'It smells.' },
  place: KAYS_HOME,
  parties: [kay],
};

export const pothole: OpenCase = {
  service: 'pothole',
  channel: 'web',
  answers: { what: 'A deep hole by the crossing' },
  place: { words: 'Outside the library', lat: 51.54, lon: 0.14 },
  parties: [],
};

/** Report something and expect that it is taken. */
export async function report(world: Seahaven, command: OpenCase, actor: Actor = world.staff.ada): Promise<CaseOpened> {
  const opened = await world.run((tx) => openCase(tx, world.clock, actor, command));
  if (!opened.ok) throw new Error(`${opened.refusal}: ${opened.message}`);
  return opened;
}

/** The id of a photo that was taken in. Its bytes are of no interest here. */
export async function aPhoto({ run, clock, councilId }: Seahaven): Promise<string> {
  const id = newId(clock);
  const file = { name: 'street.jpg', media_type: 'image/jpeg', bytes: 1, sha256: id, uploaded_by_type: 'staff' };
  await run((tx) =>
    tx
      .insertInto('files')
      .values({ council_id: councilId, id, ...file, uploaded_at: clock.now() })
      .execute(),
  );
  return id;
}
