declare const safe: unique symbol;

/** An address that is safe to print in `href`, `src` or `action`: it cannot run script and says where it goes. */
export type SafeHref = string & { readonly [safe]: true };

/** What an unsafe address becomes: a link that goes nowhere, and that a reviewer can search for. */
export const BLOCKED = 'about:blank#blocked';

const SAFE_SCHEME = /^(https?|mailto|tel):/i;
const ANY_SCHEME = /^[^/?#]*:/;
const OTHER_HOST = /^[/\\]{2}/;
// Browsers drop tabs and line ends inside an address, so `java\nscript:` would run.
const CONTROL = /\p{Cc}/u;

/**
 * Check an address before it is printed. Preact escapes text but prints `javascript:` addresses as they are.
 *
 * @param address a path (`/services`, `?page=2`, `#top`), http(s), `mailto:` or `tel:`.
 * @returns the address, or `about:blank#blocked` for anything else (`javascript:`, `data:`, `//other-host`, backslashes).
 */
export function href(address: string): SafeHref {
  const trimmed = address.trim();
  return (isSafe(trimmed) ? trimmed : BLOCKED) as SafeHref;
}

function isSafe(address: string): boolean {
  if (CONTROL.test(address) || OTHER_HOST.test(address) || address.startsWith('/\\')) return false;
  return SAFE_SCHEME.test(address) || !ANY_SCHEME.test(address);
}
