import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { smtpTransport } from '#platform/mail/smtp-transport';
import { noTransports } from '#platform/transports';
import { startApp, type TestApp } from '#test/app';
import { APPLICATIONS } from '#test/application-sheets';
import { apply } from '#test/apply';
import { prove } from '#test/discount';
import { atEndOfFile } from '#test/endings';
import { connectedTo } from '#test/hand-overs';
import { startMailSink } from '#test/mail-sink';
import { reportInStreet } from '#test/street-reports';

// What the demonstration council shows of each way that a case can go to somebody else; the webhook is in back-office.test.ts.

let app: TestApp;
let folder: string;
let mails: readonly { to: string; text: string }[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estuary-hand-overs-'));
  atEndOfFile(() => rm(folder, { recursive: true, force: true }));
  const sink = await startMailSink();
  mails = sink.mails;
  const email = smtpTransport({ url: sink.url, from: 'no-reply@estuary.example' });
  app = await startApp({ deps: { handOver: connectedTo(null, folder), transports: { ...noTransports, email } } });
});

const VEHICLE = { service: 'abandoned-vehicle', answers: { looks: 'A blue Ford Fiesta', since: 'days' } };
const toContractor = () => mails.filter(({ to }) => to === 'recovery@contractor.example');

test('a burnt-out vehicle is mailed to the contractor who takes it away, without who told us', async () => {
  await reportInStreet(app, { ...VEHICLE, answers: { ...VEHICLE.answers, state: ['wheels'] } });
  await app.work();
  expect(toContractor()).toEqual([]);
  const { reference } = await reportInStreet(app, { ...VEHICLE, answers: { ...VEHICLE.answers, state: ['burnt'] } });
  await app.work();
  const [mail, ...more] = toContractor();

  expect(more).toEqual([]);
  expect(mail?.text).toContain(`Subject: ${reference}: `);
  expect(mail?.text).toContain('A blue Ford Fiesta');
  expect(mail?.text).not.toMatch(/Kay Lewis|kay@mail\.example|7946/);
});

test('dumped rubbish is a file for the register, without who told us', async () => {
  const answers = { what: ['household'], amount: 'van', danger: false };
  const { reference } = await reportInStreet(app, { service: 'fly-tipping', answers });
  await app.work();
  const place = join(folder, 'estuary', 'environment-register');
  const files = await readdir(place);
  const text = await readFile(join(place, files[0] ?? ''), 'utf8');

  expect(files).toHaveLength(1);
  expect(text).toContain(reference);
  expect(text).not.toContain('Kay Lewis');
});

test('a Blue Badge goes to the national service by hand, and its answer is decided and told here', async () => {
  const ivy = app.browser();
  const { page, at } = await apply(ivy, 'blue-badge', APPLICATIONS['blue-badge']?.full ?? {});
  expect(page, at).toBe('sent');
  const reference = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(ivy.text)?.[0] ?? '';
  await app.work();
  const fiona = await app.signedIn('fiona-grant');
  await fiona.visit('/desk/hand-overs?destination=national-blue-badge');
  expect(fiona.text).toContain(reference);
  const [path = ''] = /\/desk\/hand-overs\/[0-9a-f-]{36}/.exec(fiona.html) ?? [];
  await fiona.visit(path);
  const said = { result: 'granted', words: 'Your badge is being printed.', theirs: 'BB-8812' };
  await fiona.submit(said, `${path}/answer`);
  await fiona.visit(`/desk/cases/${reference}`);
  expect(fiona.text).toContain('BB-8812');
  expect(fiona.text).toContain('Filled in with what the back office answered');
  await fiona.submit(
    { 'decision-result': 'granted', 'decision-reasons': 'assessed', 'decision-words': 'Your badge is being printed.' },
    `/desk/cases/${reference}/decision`,
  );
  await prove(ivy, reference);

  expect(ivy.text).toContain('You cannot walk, or walking or journeys are very hard for you.');
  expect(ivy.text).toContain('Your badge is being printed.');
});
