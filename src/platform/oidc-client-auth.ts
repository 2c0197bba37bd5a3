import { createPrivateKey, webcrypto } from 'node:crypto';
import * as oidc from 'openid-client';
import type { OidcSettings } from './deps.ts';

/** How we show the provider that it is we who ask. */
export async function clientAuth({ clientSecret, privateKey }: OidcSettings): Promise<oidc.ClientAuth> {
  if (privateKey) return assertion(await signingKey(privateKey.pem), privateKey.keyId);
  return clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
}

function assertion(key: webcrypto.CryptoKey, kid: string | undefined): oidc.ClientAuth {
  return (server, client, body, headers) => {
    // The library awaits what its type calls void.
    const signed: (...asked: Parameters<oidc.ClientAuth>) => unknown = oidc.PrivateKeyJwt(
      kid === undefined ? key : { key, kid },
      {
        // GOV.UK One Login asks for the address of its token endpoint here, as RFC 7523 allows; the library says the issuer.
        [oidc.modifyAssertion]: (_header, payload) => {
          payload['aud'] = server.token_endpoint ?? server.issuer;
        },
      },
    );
    return signed(server, client, body, headers);
  };
}

async function signingKey(pem: string): Promise<webcrypto.CryptoKey> {
  const key = createPrivateKey(pem);
  const algorithm =
    key.asymmetricKeyType === 'ec'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const der = key.export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}
