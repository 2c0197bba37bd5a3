import { createPrivateKey } from 'node:crypto';

export interface OneLoginConfig {
  issuer: string;
  clientId: string;
  privateKey: { pem: string; keyId: string | undefined };
  scope: string;
  levels: string[];
}

type Given = Readonly<Record<string, string | undefined>>;

const ISSUER = 'https://oidc.account.gov.uk/';
/** Two factors, and no proof of who somebody is: enough to find an account again (GOV.UK One Login, `vtr`). */
const LEVELS = 'Cl.Cm';
const NEEDED = ['ONE_LOGIN_CLIENT_ID', 'ONE_LOGIN_PRIVATE_KEY'] as const;

/**
 * Read what concerns GOV.UK One Login: undefined where nothing of it is given. The private key may be written in one
 * line, with `\n` for its line ends. Problems never repeat it.
 */
export function oneLoginConfig(given: Given): { config: OneLoginConfig | undefined; problems: string[] } {
  const names = Object.keys(given).filter((name) => name.startsWith('ONE_LOGIN_'));
  if (names.length === 0) return { config: undefined, problems: [] };
  const clientId = given['ONE_LOGIN_CLIENT_ID'] ?? '';
  const pem = (given['ONE_LOGIN_PRIVATE_KEY'] ?? '').replaceAll('\\n', '\n');
  const issuer = given['ONE_LOGIN_ISSUER'] ?? ISSUER;
  const levels = (given['ONE_LOGIN_LEVELS'] ?? LEVELS).split(',').map((level) => level.trim());
  const problems = [
    ...NEEDED.filter((name) => !given[name]).map((name) => `${name} is missing: ${names.join(', ')} needs it`),
    ...(pem !== '' && !isSigningKey(pem)
      ? ['ONE_LOGIN_PRIVATE_KEY is (not shown): must be the PEM of an RSA key of 2048 bits or more, or of a P-256 key']
      : []),
    ...(isWeb(issuer) ? [] : [`ONE_LOGIN_ISSUER is "${issuer}": must be a web address such as ${ISSUER}`]),
    ...levels
      .filter((level) => !/^(P[0-3]\.)?Cl(\.Cm)?$/.test(level))
      .map((level) => `ONE_LOGIN_LEVELS is "${level}": must be levels such as Cl.Cm or P2.Cl.Cm, with commas between`),
  ];
  const privateKey = { pem, keyId: given['ONE_LOGIN_KEY_ID'] };
  const config = { issuer, clientId, privateKey, scope: 'openid email phone', levels };
  return problems.length > 0 ? { config: undefined, problems } : { config, problems };
}

const LEAST_BITS = 2048;

function isSigningKey(pem: string): boolean {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(pem);
    if (type === 'ec') return details?.namedCurve === 'prime256v1';
    return type === 'rsa' && (details?.modulusLength ?? 0) >= LEAST_BITS;
  } catch {
    return false;
  }
}

function isWeb(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
