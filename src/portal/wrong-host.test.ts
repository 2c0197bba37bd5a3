import { beforeAll, expect, test } from 'vitest';
import { aCouncil, type TestCouncil } from '#test/a-council';
import { startApp, type TestApp } from '#test/app';
import { reportInStreet } from '#test/street-reports';
import { buildApp } from '../app.ts';

let house: TestApp;
let other: TestCouncil;

beforeAll(async () => {
  house = await startApp();
  other = await aCouncil(house.deps);
});

test('a host that no council lists is answered 404 in words, where there is no default council', async () => {
  const app = await buildApp(house.deps, { defaultCouncil: undefined, trustProxy: false });
  for (const url of ['/', '/services', '/track', '/performance', '/partner/jobs/x', '/follow/x']) {
    const reply = await app.inject({ method: 'GET', url, headers: { host: 'nobody.example' } });
    expect(reply.statusCode).toBe(404);
    expect(reply.body).toContain('Page not found');
    expect(reply.body).not.toContain('Estuary');
  }
  const own = await app.inject({ method: 'GET', url: '/', headers: { host: 'estuary.example' } });
  expect(own.statusCode).toBe(200);
  await app.close();
});

test('a report of one council is not there at the host of another', async () => {
  const { reference } = await reportInStreet(house);
  const here = house.browser('estuary.example');
  await here.visit(`/track/${reference}`);
  expect(here.status).toBe(200);
  const there = house.browser(other.host);
  for (const path of [`/track/${reference}`, `/track/${reference}/follow`, `/track/${reference}/open/x`]) {
    await there.visit(path);
    expect(there.status).toBe(404);
    expect(there.html).not.toMatch(/library|crossing/);
  }
});

test('what one council promised is in no figure of another', async () => {
  const reply = await house.app.inject({
    method: 'GET',
    url: '/performance.json?month=2026-11',
    headers: { host: other.host },
  });
  expect(reply.json()).toMatchObject({ promises: [] });
});
