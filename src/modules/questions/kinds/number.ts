import type { KindOf } from './kind.ts';
import { line, oneField, taken, wrong } from './kind.ts';

const WHOLE = /^-?\d{1,12}$/;
const MONEY = /^(\d{1,10})(?:\.(\d{1,2}))?$/;

/** A whole number, typed with or without commas and spaces. */
export const number: KindOf<'number'> = {
  read: ({ least, most }, { values }) => {
    const typed = line(values[0]).replace(/[, ]/g, '');
    if (!WHOLE.test(typed)) return wrong('Enter a whole number, such as 12');
    const count = Number(typed);
    if (least !== undefined && count < least) return wrong(`Enter a number that is ${least} or more`);
    if (most !== undefined && count > most) return wrong(`Enter a number that is ${most} or less`);
    return taken(count);
  },
  fields: oneField,
  say: (_question, answer) => Number(answer).toLocaleString('en-GB'),
  shape: () => 'int',
  value: whole,
};

/** Pounds as typed, pence inside. */
export const money: KindOf<'money'> = {
  read: ({ least, most }, { values }) => {
    const typed = MONEY.exec(line(values[0]).replace(/[£, ]/g, ''));
    if (!typed) return wrong('Enter an amount in pounds, such as 120 or 120.50');
    const pence = Number(typed[1]) * 100 + Number((typed[2] ?? '0').padEnd(2, '0'));
    if (pence < least) return wrong(`Enter ${sayPounds(least)} or more`);
    if (pence > most) return wrong(`Enter ${sayPounds(most)} or less`);
    return taken(pence);
  },
  fields: (answer) => ({ '': typeof answer === 'number' ? (answer / 100).toFixed(2).replace(/\.00$/, '') : '' }),
  say: (_question, answer) => sayPounds(Number(answer)),
  shape: () => 'int',
  value: whole,
};

/** "£1,204" or "£12.50", from pence. */
export function sayPounds(pence: number): string {
  const places = pence % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(pence / 100);
}

function whole(answer: unknown): bigint {
  return typeof answer === 'number' ? BigInt(Math.trunc(answer)) : 0n;
}
