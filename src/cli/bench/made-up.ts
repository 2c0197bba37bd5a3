import { customerKeys } from '#modules/customers';
import { referenceFrom } from '#platform/ids';

/** One person and one case of the benchmark, by number: the same for every run and every machine. */
export interface MadeUp {
  index: number;
  reference: string;
  given: string;
  family: string;
  phone: string;
  email: string;
  house: number;
  keys: string[];
}

const SYLLABLES = [
  'ba',
  'ber',
  'cal',
  'den',
  'el',
  'fen',
  'gar',
  'hol',
  'in',
  'jar',
  'ken',
  'lor',
  'mar',
  'nor',
  'pen',
  'ran',
  'ser',
  'tan',
  'vel',
  'wes',
];
const GIVEN = [
  'Ada',
  'Amir',
  'Bela',
  'Carys',
  'Dawid',
  'Esther',
  'Femi',
  'Gita',
  'Hana',
  'Ivor',
  'Joan',
  'Kwame',
  'Leila',
  'Mina',
  'Noor',
  'Omar',
  'Petra',
  'Quinn',
  'Rosa',
  'Sunil',
  'Tom',
  'Una',
  'Vera',
  'Wim',
  'Yusuf',
  'Zofia',
];

/**
 * Person and case number `index`. Family names are drawn from 8,000, so that a name alone finds many, as in life.
 * @param postcode a real one of the council.
 */
export function madeUp(index: number, postcode: string): MadeUp {
  const given = GIVEN[index % GIVEN.length] ?? 'Ada';
  const family = familyName(mixed(index, 7) % 8_000);
  const phone = `+447700${String(index % 1_000_000).padStart(6, '0')}`;
  const email = `${given}.${family}.${index}@mail.example`.toLowerCase();
  const house = 1 + (index % 97);
  const facts = {
    name: `${given} ${family}`,
    givenName: given,
    familyName: family,
    phones: [phone],
    emails: [email],
    address: `${house} Bench Street`,
    postcode,
  };
  return { index, reference: benchReference(index), given, family, phone, email, house, keys: customerKeys(facts) };
}

/** Seven digits in base 31 of the number times a factor that has no divisor with 31⁷: every number has its own. */
export function benchReference(index: number): string {
  let rest = (BigInt(index) * 12_345_678_918n) % 31n ** 7n;
  return referenceFrom(() => {
    const digit = Number(rest % 31n);
    rest /= 31n;
    return digit;
  });
}

function familyName(number: number): string {
  const parts = [number % 20, Math.floor(number / 20) % 20, Math.floor(number / 400)].map(
    (part) => SYLLABLES[part] ?? 'a',
  );
  const name = parts.join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A number that looks drawn by lot and is not (one round of a multiplicative hash). */
export function mixed(index: number, salt: number): number {
  const hash = Math.imul(index ^ (salt * 0x9e3779b1), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
