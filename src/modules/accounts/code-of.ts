import { createHmac, timingSafeEqual } from 'node:crypto';

/** Six digits (as RFC 4226 makes them) of one sending. Made again when it is compared, so a copy of the database holds none. */
export function codeOf(secret: Buffer, challengeId: string, sending: number): string {
  const hash = createHmac('sha256', secret).update(`account-code:${challengeId}:${sending}`).digest();
  return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** The code of the last sending or the one before, since messages overtake each other. Takes as long whatever was typed. */
export function isCodeOf(secret: Buffer, { id, sends }: { id: string; sends: number }, typed: string): boolean {
  const digits = typed.replace(/[\s-]/g, '');
  const given = Buffer.from(/^\d{6}$/.test(digits) ? digits : '------');
  const fits = [sends, Math.max(1, sends - 1)].map((sending) =>
    timingSafeEqual(Buffer.from(codeOf(secret, id, sending)), given),
  );
  return fits.includes(true);
}
