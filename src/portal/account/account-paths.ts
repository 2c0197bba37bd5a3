const HERE = 'http://portal.invalid';
const HOME = '/account';
/** Sends the browser to GOV.UK One Login. */
export const ONE_LOGIN = '/account/one-login';

/**
 * Where to go after signing in: a page of the portal, or the account for anything that a link may have planted
 * (`//evil.example`, `\\evil`, the desk, the sign-in pages themselves).
 */
export function safeBack(typed: unknown): string {
  if (typeof typed !== 'string' || !typed.startsWith('/') || /[\\\p{Cc}]/u.test(typed)) return HOME;
  if (!URL.canParse(typed, HERE)) return HOME;
  const url = new URL(typed, HERE);
  if (url.origin !== HERE || /^\/desk(\/|$)/.test(url.pathname)) return HOME;
  return SIGN_IN_PAGES.test(url.pathname) ? HOME : url.pathname + url.search;
}

const SIGN_IN_PAGES = /^\/account\/(sign-in|sign-out|register|code|name|open|one-login|closed)(\/|$)/;

/** A path that remembers where to go on afterwards; plain where that is the account itself. */
export function withBack(path: string, back: string): string {
  return back === HOME ? path : `${path}?back=${encodeURIComponent(back)}`;
}
