const HERE = 'http://desk.invalid';

/**
 * Where to go after signing in: an address of the desk, or the desk itself for anything else that a link may have
 * planted (`//evil.example`, `/desk/../x`, `\\evil`, the sign-in pages themselves).
 */
export function safeBack(typed: string | undefined): string {
  const home = '/desk';
  if (typed === undefined || !typed.startsWith(home) || /[\\\p{Cc}]/u.test(typed)) return home;
  if (!URL.canParse(typed, HERE)) return home;
  const url = new URL(typed, HERE);
  if (url.origin !== HERE || !/^\/desk(\/|$)/.test(url.pathname)) return home;
  if (/^\/desk\/(sign-in|invitations)(\/|$)/.test(url.pathname)) return home;
  return url.pathname + url.search;
}
