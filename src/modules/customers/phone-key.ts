import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A telephone number as E.164 ("+447700900123") from whatever was typed, or null where it cannot be one.
 * A number without a country is British.
 */
export function phoneKey(typed: string): string | null {
  const number = parsePhoneNumberFromString(typed.slice(0, 40), 'GB');
  return number?.isPossible() ? number.number : null;
}

/** Whether a British number takes texts. Numbers for drama (07700 900) count as mobile, as they look to everyone. */
export function isMobile(e164: string): boolean {
  return e164.startsWith('+447') && !e164.startsWith('+4470') && !e164.startsWith('+4476');
}
