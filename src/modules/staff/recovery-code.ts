import { createHmac, randomInt } from 'node:crypto';

// No 0/O, 1/I/L: a code is copied from paper.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** New recovery codes (`7KM3Q-X9TAB`, about 50 bits each), for staff and residents alike. Shown once, kept as hashes. */
export function newRecoveryCodes(count: number): string[] {
  return Array.from({ length: count }, newCode);
}

function newCode(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** What is kept of a code, keyed with the house's secret; however it was typed from paper. */
export function recoveryHash(secret: Buffer, whose: 'recovery' | 'account-recovery', code: string): Buffer {
  const letters = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return createHmac('sha256', secret).update(`${whose}:${letters}`).digest();
}
