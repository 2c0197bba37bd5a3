import { beforeAll, expect, test } from 'vitest';
import { councilConfig } from '#modules/councils';
import { inCouncil } from '#platform/db';
import { startApp } from '#test/app';
import { serviceCatalogue } from './service-catalogue.ts';
import { type Directory, serviceView } from './service-view.ts';

let directory: Directory;

beforeAll(async () => {
  const { deps, councilId } = await startApp();
  directory = await inCouncil(deps.db, councilId, async (tx) => ({
    config: await councilConfig(tx, councilId),
    catalogue: await serviceCatalogue(tx, councilId),
  }));
});

function view(slug: string) {
  const found = directory.catalogue.services.get(slug);
  if (!found) throw new Error(`no service ${slug}`);
  return serviceView(found.service, directory);
}

test('a page says who owns the service and how to reach them, with the hours of the one calendar', () => {
  const { owner, contact, topic } = view('no-water');

  expect(topic.name).toBe('Housing and homelessness');
  expect(owner).toEqual({ slug: 'housing', name: 'Housing', kind: 'team' });
  expect(contact).toMatchObject({ channel: 'phone', address: '0306 999 0140' });
  expect(contact.hours).toEqual([{ days: 'Every day', hours: 'day and night' }]);
});

test('a counter is reached at its building, and a closed line names the one that answers', () => {
  expect(view('libraries').contact).toMatchObject({ address: '40 Station Parade, Hornchurch, RM11 1NS' });
  expect(view('pothole').contact.outOfHours).toBe('0306 999 0199');
});

test('what is promised says where its figure comes from', () => {
  const { standards } = view('no-water');

  expect(standards[0]).toMatchObject({ words: 'within 1 working day', isOwn: false });
  expect(standards[0]?.source).toMatch(/Right to Repair/);
  expect(view('pothole').standards.every(({ isOwn, source }) => isOwn && source === "Estuary's own")).toBe(true);
});

test('an information page promises nothing and starts nothing', () => {
  expect(view('allotments')).toMatchObject({ canReport: false, standards: [] });
});

test('each diversion leads somewhere: a number, a page or another service', () => {
  const all = [...directory.catalogue.services.keys()].flatMap((slug) => view(slug).diversions);

  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(({ phone, link, service }) => phone === null && link === null && service === null)).toEqual([]);
  expect(view('missed-bin').diversions[1]?.service).toEqual({ slug: 'fly-tipping', name: 'Dumped rubbish' });
});
