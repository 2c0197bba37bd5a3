import * as oidc from 'openid-client';
import type { OidcSettings } from './deps.ts';
import { clientAuth } from './oidc-client-auth.ts';

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
  /** The same (`phone_number_verified`), E.164. */
  verifiedPhone: string | null;
  /** For signing out there. */
  idToken: string;
}

export interface OidcProvider {
  /** Address to send the browser to. Throws when the provider cannot be reached. */
  authorizationUrl(redirectUri: string, request: SignInRequest): Promise<URL>;
  /** Exchange what the browser came back with. Throws when anything does not fit: state, nonce, signature, code. */
  identityOf(callback: URL, request: SignInRequest): Promise<Identity>;
  /** Where the browser signs out at the provider; null where the provider offers no such place. */
  signOutUrl(idToken: string, backTo: string): Promise<URL | null>;
}

const TIMEOUT_SECONDS = 5;

/**
 * An OpenID Connect provider: authorisation code flow with PKCE (S256), state and nonce; identity tokens are checked
 * against the provider's keys. Discovered at first use.
 */
export function oidcProvider(settings: OidcSettings): OidcProvider {
  let known: oidc.Configuration | undefined;
  // Only a discovery that worked is kept: a provider that is away now may be back for the next person.
  const discovered = async (): Promise<oidc.Configuration> => {
    known ??= await discover(settings);
    return known;
  };
  return {
    async authorizationUrl(redirectUri, { state, nonce, codeVerifier }) {
      return oidc.buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirectUri,
        scope: settings.scope ?? 'openid email profile',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(settings.levels && { vtr: JSON.stringify(settings.levels) }),
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
      if (!claims || tokens.id_token === undefined) throw new Error('the provider sent no identity');
      checkLevel(settings, claims);
      const described = await whatIsVouched(configuration, tokens.access_token, claims);
      return { issuer: claims.iss, subject: claims.sub, ...described, idToken: tokens.id_token };
    },
    async signOutUrl(idToken, backTo) {
      const configuration = await discovered();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: backTo });
    },
  };
}

export function newSignInRequest(): SignInRequest {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
}

/** Why a sign-in came to nothing: the person stopped it, the provider could not be reached, or its answer did not fit. */
export function whySignInFailed(error: unknown): 'cancelled' | 'away' | 'failed' {
  if (error instanceof oidc.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'cancelled';
    return ['temporarily_unavailable', 'server_error'].includes(error.error) ? 'away' : 'failed';
  }
  if (error instanceof oidc.ClientError) return AWAY.has(error.code ?? '') ? 'away' : 'failed';
  return error instanceof TypeError ? 'away' : 'failed';
}

// No answer in time, or one that is not the provider's own: a gateway's page that says it is down.
const AWAY = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

async function discover(settings: OidcSettings): Promise<oidc.Configuration> {
  const { issuer, clientId, timeoutSeconds = TIMEOUT_SECONDS } = settings;
  return oidc.discovery(new URL(issuer), clientId, undefined, await clientAuth(settings), {
    timeout: timeoutSeconds,
    execute: [oidc.enableNonRepudiationChecks, ...(isLoopback(issuer) ? [oidc.allowInsecureRequests] : [])],
  });
}

/** Plain http is for a provider on this machine alone. */
function isLoopback(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function checkLevel({ levels }: OidcSettings, claims: oidc.IDToken): void {
  const given = claims['vot'];
  if (levels && !(typeof given === 'string' && levels.includes(given)))
    throw new Error('the provider is less sure of the person than we asked');
}

type Described = Pick<Identity, 'verifiedEmail' | 'verifiedPhone'>;

// Some providers put the address into the identity token, others only behind the user-info address.
async function whatIsVouched(
  configuration: oidc.Configuration,
  accessToken: string,
  claims: oidc.IDToken,
): Promise<Described> {
  const inToken = vouchedFor(claims);
  if (inToken.verifiedEmail !== null || !configuration.serverMetadata().userinfo_endpoint) return inToken;
  return vouchedFor(await oidc.fetchUserInfo(configuration, accessToken, claims.sub));
}

function vouchedFor(claims: Record<string, unknown>): Described {
  const { email, email_verified: isEmail, phone_number: phone, phone_number_verified: isPhone } = claims;
  return {
    verifiedEmail: isEmail === true && typeof email === 'string' ? email : null,
    verifiedPhone: isPhone === true && typeof phone === 'string' ? phone : null,
  };
}
