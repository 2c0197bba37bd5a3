import { Secret, TOTP } from 'otpauth';

/** Seconds of one code (RFC 6238; what authenticator apps take for granted). */
const PERIOD = 30;

/** A new key for an authenticator app, in base32. */
export function newTotpKey(): string {
  return new Secret({ size: 20 }).base32;
}

/** A key as it is shown to be taken into an app: the square code (`data:image/png`), and the same to type, in fours. */
export async function totpKeyShown(
  key: string,
  label: { issuer: string; label: string },
): Promise<{ picture: string; typedKey: string }> {
  // Loaded where it is needed: most people never set one up.
  const { toDataURL } = await import('qrcode');
  const picture = await toDataURL(totpAddress(key, label), { width: 440, margin: 4 });
  return { picture, typedKey: key.replace(/(.{4})(?=.)/g, '$1 ') };
}

/** What the square code holds: `otpauth://totp/Council:address?secret=…`. */
function totpAddress(key: string, { issuer, label }: { issuer: string; label: string }): string {
  return totp(key, issuer, label).toString();
}

/**
 * The time step that a typed code belongs to, or null when it fits none. The steps next to the present one count too:
 * telephones run fast and slow. Whoever asks must refuse a step that was used before (`totp_last_step`).
 */
export function totpStep(key: string, typed: string, now: Date): number | null {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(key, 'Frontdoor', '').validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

function totp(key: string, issuer: string, label: string): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(key), period: PERIOD, digits: 6, algorithm: 'SHA1' });
}
