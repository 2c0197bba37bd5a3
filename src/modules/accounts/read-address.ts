import { emailKey, isMobile, phoneKey } from '#modules/customers';

/** Where a code can be sent: an email address in lower case, or a British mobile as E.164. */
export interface CodeAddress {
  channel: 'email' | 'sms';
  address: string;
}

export type AddressRefusal = 'empty' | 'not-an-address' | 'landline';

const LONGEST_EMAIL = 254;
const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]{2,}$/u;

/** One box for both: what has an @ is an email address, anything else has to be a number that takes texts. */
export function readAddress(typed: string): ({ ok: true } & CodeAddress) | { ok: false; refusal: AddressRefusal } {
  const text = typed.trim();
  if (text === '') return { ok: false, refusal: 'empty' };
  if (text.includes('@')) {
    const email = emailKey(text);
    const isWhole = email !== null && email.length <= LONGEST_EMAIL && EMAIL.test(email);
    return isWhole ? { ok: true, channel: 'email', address: email } : { ok: false, refusal: 'not-an-address' };
  }
  const phone = phoneKey(text);
  if (!phone) return { ok: false, refusal: 'not-an-address' };
  return isMobile(phone) ? { ok: true, channel: 'sms', address: phone } : { ok: false, refusal: 'landline' };
}
