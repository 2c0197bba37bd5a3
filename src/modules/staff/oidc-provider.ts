import * as oidc from 'openid-client';
import type { OidcSettings } from '#platform/deps';

/** What is remembered between sending the browser away and its coming back. */
export interface SignInRequest {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Who the provider says it is. */
export interface Identity {
  issuer: string;
  subject: string;
  /** Only when the provider vouches for it (`email_verified`). */
  verifiedEmail: string | null;
}

export interface OidcProvider {
  /** Address to send the browser to. Throws when the provider cannot be reached. */
  authorizationUrl(redirectUri: string, request: SignInRequest): Promise<URL>;
  /** Exchange what the browser came back with. Throws when anything does not fit: state, nonce, signature, code. */
  identityOf(callback: URL, request: SignInRequest): Promise<Identity>;
}

const TIMEOUT_SECONDS = 5;

/** An OpenID Connect provider: authorisation code flow with PKCE (S256), state and nonce. Discovered at first use. */
export function oidcProvider({ issuer, clientId, clientSecret }: OidcSettings): OidcProvider {
  let known: oidc.Configuration | undefined;
  // Only a discovery that worked is kept: a provider that is away now may be back for the next person.
  const discovered = async (): Promise<oidc.Configuration> => {
    known ??= await oidc.discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
      timeout: TIMEOUT_SECONDS,
      execute: isLoopback(issuer) ? [oidc.allowInsecureRequests] : [],
    });
    return known;
  };
  return {
    async authorizationUrl(redirectUri, { state, nonce, codeVerifier }) {
      return oidc.buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      });
    },
    async identityOf(callback, { state, nonce, codeVerifier }) {
      const configuration = await discovered();
      const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no identity');
      const described = await emailOf(configuration, tokens.access_token, claims);
      return { issuer: claims.iss, subject: claims.sub, verifiedEmail: described };
    },
  };
}

export function newSignInRequest(): SignInRequest {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
}

// Some providers put the address into the identity token, others only behind the user-info address.
async function emailOf(
  configuration: oidc.Configuration,
  accessToken: string,
  claims: oidc.IDToken,
): Promise<string | null> {
  const inToken = verifiedEmail(claims);
  if (inToken !== null || !configuration.serverMetadata().userinfo_endpoint) return inToken;
  return verifiedEmail(await oidc.fetchUserInfo(configuration, accessToken, claims.sub));
}

function verifiedEmail(claims: Record<string, unknown>): string | null {
  return claims['email_verified'] === true && typeof claims['email'] === 'string' ? claims['email'] : null;
}

function authentication(clientSecret: string | undefined): oidc.ClientAuth {
  return clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
}

/** Plain http is for a provider on this machine alone. */
function isLoopback(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
