import { expect, test } from 'vitest';
import { startApp } from '#test/app';

test('the house says that it is well', async () => {
  const { get } = await startApp();
  const reply = await get('/healthz');
  expect(reply.statusCode).toBe(200);
  expect(reply.json()).toEqual({ status: 'ok' });
});

test('a council’s own colours are a stylesheet that its pages link to', async () => {
  const { browser, get } = await startApp();
  const visitor = browser();
  await visitor.visit('/services');
  const address = /href="(\/brand\/[^"]+)"/.exec(visitor.html)?.[1] ?? '';

  const reply = await get(address);

  expect(reply.headers['content-type']).toContain('text/css');
  expect(reply.body).toContain('--fd-teal:#0a5566');
});

test('an address of nobody is answered 404 in plain words', async () => {
  const { get } = await startApp();
  const reply = await get('/no-such-page');
  expect(reply.statusCode).toBe(404);
  expect(reply.body).toContain('check it is right');
});
