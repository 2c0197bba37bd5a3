import { expect, test } from 'vitest';
import { startApp } from '#test/app';
import { aToken } from '#test/machine';

test('a character that no database keeps is the sender’s to mend at every door, and never a fault of ours', async () => {
  const house = await startApp();
  const sam = await house.signedIn('sam-carter');
  await sam.visit('/desk/admin/audit?act=%00');
  expect(sam.status).toBe(400);
  expect(sam.text).toContain('Go back, check it and send it again');
  const headers = { authorization: `Bearer ${await aToken(house, 'api-write')}` };
  for (const summary of ['a\u0000b', '\ud800']) {
    const payload = { channel: 'phone', direction: 'in', summary };
    const reply = await house.app.inject({ method: 'POST', url: '/api/v1/contacts', payload, headers });
    expect(reply.statusCode, reply.body).toBeLessThan(500);
  }
  expect((await house.get('/open311/v2/requests.json?service_code=%00')).statusCode).toBeLessThan(500);
});
