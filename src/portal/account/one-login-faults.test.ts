import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newEmail } from '#test/accounts';
import { type OneLoginWorld, oneLoginWorld, withOneLogin } from '#test/one-login';

let at: OneLoginWorld;
beforeAll(async () => {
  at = await oneLoginWorld();
});

describe('when something goes wrong', () => {
  test('the person leaves it: nothing happened, and every other way keeps where they wanted to go', async () => {
    const browser = await at.through('nobody', { path: '/account/one-login?back=%2Faccount%2Fpeople' });
    expect([browser.status, browser.text.includes('You did not finish')]).toEqual([200, true]);
    for (const way of ['sign-in', 'sign-in/password', 'register', 'one-login'])
      expect(browser.html).toContain(`/account/${way}?back=%2Faccount%2Fpeople"`);
  });

  test('the answer comes twice: the second one, signed in or not, does no harm', async () => {
    const browser = at.house.browser();
    const { callback } = await at.away(at.known({ email: newEmail() }), { browser });
    const twin = browser.twin();
    await browser.visit(callback);
    await browser.submit({ name: 'Mia Wong' });
    await browser.visit(callback);
    expect(browser.url).toBe('/account');
    await twin.visit(callback);
    expect([twin.status, twin.text.includes('was used before')]).toEqual([400, true]);
  });

  test('the same code comes twice with a state that still holds: the provider does not give it out again', async () => {
    const browser = at.house.browser();
    const { callback } = await at.away(at.known({ email: newEmail() }), { browser });
    const second = browser.twin();
    await browser.visit(callback);
    await at.house.deps.db.pool.query("update sessions set ended_at = null where step = 'one-login-away'");
    await second.visit(callback);
    expect([second.status, second.text.includes('did not fit')]).toEqual([400, true]);
  });

  test('the answer comes after an hour, or in another browser', async () => {
    const late = at.house.browser();
    const { callback } = await at.away(at.known({ email: newEmail() }), { browser: late });
    const other = at.house.browser();
    await other.visit(callback);
    expect(other.status).toBe(400);
    at.house.clock.advance(61);
    await late.visit(callback);
    expect([late.status, late.text.includes('That took too long')]).toEqual([400, true]);
  });

  test('the nonce, the state or the signature is not ours', async () => {
    const nonce = at.house.browser();
    const changed = await at.away(at.known({ email: newEmail() }), {
      browser: nonce,
      change: (url) => url.replace(/nonce=[^&]+/, 'nonce=another'),
    });
    await nonce.visit(changed.callback);
    expect([nonce.status, nonce.text.includes('did not fit')]).toEqual([400, true]);
    const state = at.house.browser();
    const { callback } = await at.away(at.known({ email: newEmail() }), { browser: state });
    await state.visit(callback.replace(/state=[^&]+/, 'state=another'));
    expect(state.status).toBe(400);
    const doubting = await withOneLogin(at.there);
    at.there.behaves('/jwks', 'other-keys');
    try {
      const fake = await at.through(at.known({ email: newEmail() }), { house: doubting });
      expect([fake.status, fake.text.includes('did not fit')]).toEqual([400, true]);
    } finally {
      at.there.behaves('/jwks', 'well');
    }
  });

  test('it is away, silent or broken: a page says so, with the other ways', async () => {
    const browser = at.house.browser();
    const { callback } = await at.away(at.known({ email: newEmail() }), { browser });
    at.there.behaves('/token', 'broken');
    await browser.visit(callback);
    at.there.behaves('/token', 'well');
    expect([browser.status, browser.text.includes('does not answer')]).toEqual([503, true]);
    const gone = (await withOneLogin({ issuer: 'http://127.0.0.1:9' })).browser();
    await gone.visit('/account/one-login?back=%2Faccount%2Fpeople');
    expect([gone.status, gone.html.includes('/account/sign-in?back=%2Faccount%2Fpeople')]).toEqual([503, true]);
    at.there.behaves('/.well-known/openid-configuration', 'silent');
    const slow = (await withOneLogin(at.there, { timeoutSeconds: 1 })).browser();
    await slow.visit('/account/one-login');
    at.there.behaves('/.well-known/openid-configuration', 'well');
    expect(slow.status).toBe(503);
  });

  test('its key is another than the provider knows: nobody is let in', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const pem = stranger.export({ type: 'pkcs8', format: 'pem' }).toString();
    const impostor = await withOneLogin(at.there, { privateKey: { pem, keyId: 'ours' } });
    const browser = await at.through(at.known({ email: newEmail() }), { house: impostor });
    expect(browser.status).toBe(400);
  });
});
