import type { AddressRefusal } from '#modules/accounts';
import { formatPhone } from './format-phone.ts';

/** What to do about an address to which no code can go. */
export const ADDRESS_PROBLEMS: Readonly<Record<AddressRefusal, string>> = {
  empty: 'Enter your email address or your mobile number',
  'not-an-address': 'Enter an email address, like name@example.com, or a mobile number, like 07700 900 982',
  landline: 'That number does not take text messages. Enter a mobile number, or your email address',
};

/** An address as its owner writes it. */
export function sayAddress({ channel, address }: { channel: 'email' | 'sms'; address: string }): string {
  return channel === 'email' ? address : formatPhone(address);
}

export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? 'Wait 1 minute' : `Wait ${String(minutes)} minutes`;
}
