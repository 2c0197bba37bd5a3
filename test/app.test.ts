import { expect, test } from 'vitest';
import { startApp } from '#test/app';

test('the house says that it is well', async () => {
  const { get } = await startApp();
  const reply = await get('/healthz');
  expect(reply.statusCode).toBe(200);
  expect(reply.json()).toEqual({ status: 'ok' });
});
