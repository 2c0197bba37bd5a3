import sharp from 'sharp';
import { type CaseOpened, type OpenCase, openCase } from '#modules/cases';
import { linkFile, storeUpload } from '#modules/documents';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { TestApp } from './app.ts';

const POTHOLE: OpenCase = {
  service: 'pothole',
  channel: 'web',
  answers: { 'where-in-road': 'road', danger: false, size: 'hand', details: 'By the crossing' },
  place: { words: 'Outside the library', lat: 51.54, lon: 0.14 },
  parties: [{ role: 'requester', name: 'Kay Lewis', email: 'kay@mail.example', phone: '020 7946 0001' }],
};

/** Somebody reports a pothole online, or something else in its place. */
export async function reportInStreet(
  { deps, councilId }: TestApp,
  command: Partial<OpenCase> = {},
): Promise<CaseOpened> {
  const opened = await inCouncil(deps.db, councilId, (tx) =>
    openCase(tx, deps.clock, visitor(councilId), { ...POTHOLE, ...command }),
  );
  if (!opened.ok) throw new Error(`${opened.refusal}: ${opened.message}`);
  return opened;
}

/** A street light that is out: work for the partner Northlight. */
export const DARK_LIGHT: Partial<OpenCase> = {
  service: 'street-light',
  answers: { fault: 'out', number: '12' },
  place: { words: 'Elm Road, by the school', lat: 51.541, lon: 0.141 },
};

/** A photo that came with a report: its id. */
export async function photoOf({ deps, councilId }: TestApp, caseId: string): Promise<string> {
  const actor = visitor(councilId);
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'Kay Lewis' } })
    .jpeg()
    .toBuffer();
  const stored = await storeUpload(deps, actor, { name: 'hole.jpg', bytes, accept: 'photo' });
  if (!stored.ok) throw new Error(stored.refusal);
  const link = { fileId: stored.fileId, subjectType: 'case', subjectId: caseId, purpose: 'report' } as const;
  await inCouncil(deps.db, councilId, (tx) => linkFile(tx, deps.clock, actor, link));
  return stored.fileId;
}
