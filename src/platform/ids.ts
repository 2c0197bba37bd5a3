import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Clock } from './clock.ts';

/**
 * UUIDv7 (RFC 9562): sorted by the clock's millisecond, so that new rows land at the end of an index. What one process
 * makes within a millisecond stays in order too (its method 1), so that the story of one act reads as it happened.
 */
export function newId(clock: Clock): string {
  const bytes = randomBytes(16);
  const { at, sequence } = nextPlace(clock.now().getTime(), bytes.readUInt16BE(6) & 0x07ff);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const HIGHEST = 0x0fff;
/** How far ids may run ahead of a clock that stands still, in milliseconds: four million of them. */
const MOST_AHEAD = 1_000;
const last = { at: -1, sequence: 0 };

// A millisecond starts in its lower half at random. One that is full borrows the next, so the order is never lost.
function nextPlace(now: number, start: number): { at: number; sequence: number } {
  if (now > last.at || now < last.at - MOST_AHEAD) Object.assign(last, { at: now, sequence: start });
  else if (last.sequence < HIGHEST) last.sequence += 1;
  else Object.assign(last, { at: last.at + 1, sequence: start });
  return { ...last };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** A secret for a cookie or a link: 256 random bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

// No 0/O and no 1/I/L: a reference is read out on the telephone.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** `K7M3-QX9T`: seven random characters (about 34 bits) and one that checks them; says nothing about the service. */
export function newReference(): string {
  return referenceFrom(() => randomInt(LETTERS.length));
}

/** A reference whose characters are chosen by `pick`, each 0 to 30: for made-up data that must be the same every time. */
export function referenceFrom(pick: (position: number) => number): string {
  const body = Array.from({ length: 7 }, (_, position) => LETTERS.charAt(pick(position))).join('');
  return withDash(body + checkCharacter(body));
}

/**
 * What somebody typed or said, as a reference: any case, with or without dash and spaces.
 * Returns null when it cannot be one: wrong length, a character that is never used, or a check character that does not fit.
 */
export function readReference(typed: string): string | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '');
  if (text.length !== 8 || [...text].some((letter) => !LETTERS.includes(letter))) return null;
  return checkCharacter(text.slice(0, 7)) === text.charAt(7) ? withDash(text) : null;
}

function withDash(text: string): string {
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

// 31 letters is a prime: with weights 1 to 7 every single slip and every swap of neighbours is noticed.
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, letter, index) => total + (index + 1) * LETTERS.indexOf(letter), 0);
  return LETTERS.charAt(sum % LETTERS.length);
}
