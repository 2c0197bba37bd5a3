import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { oneLoginConfig } from './one-login-config.ts';

const pemOf = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

test('nothing of One Login given is no One Login, and no problem', () => {
  expect(oneLoginConfig({ OIDC_ISSUER: 'https://staff.example' })).toEqual({ config: undefined, problems: [] });
});

test('an id and a key, in one line or many, are enough', () => {
  const pem = pemOf(2048);
  const given = {
    ONE_LOGIN_CLIENT_ID: 'us',
    ONE_LOGIN_PRIVATE_KEY: pem.replaceAll('\n', '\\n'),
    ONE_LOGIN_KEY_ID: 'k1',
  };
  expect(oneLoginConfig(given)).toEqual({
    problems: [],
    config: {
      issuer: 'https://oidc.account.gov.uk/',
      clientId: 'us',
      privateKey: { pem, keyId: 'k1' },
      scope: 'openid email phone',
      levels: ['Cl.Cm'],
    },
  });
});

test('each mistake is named, and the key is never repeated', () => {
  const half = oneLoginConfig({ ONE_LOGIN_ISSUER: 'nowhere', ONE_LOGIN_LEVELS: 'Cl.Cm, very' });
  expect(half.problems).toEqual([
    expect.stringContaining('ONE_LOGIN_CLIENT_ID is missing'),
    expect.stringContaining('ONE_LOGIN_PRIVATE_KEY is missing'),
    expect.stringContaining('ONE_LOGIN_ISSUER is "nowhere"'),
    expect.stringContaining('ONE_LOGIN_LEVELS is "very"'),
  ]);
  for (const key of ['not a key', pemOf(1024)]) {
    const { config, problems } = oneLoginConfig({ ONE_LOGIN_CLIENT_ID: 'us', ONE_LOGIN_PRIVATE_KEY: key });
    expect([config, problems.length, problems.join().includes(key)]).toEqual([undefined, 1, false]);
  }
});
