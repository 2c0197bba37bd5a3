type NumberRead = { ok: true; number: string | null } | { ok: false };

/**
 * A company or charity number as typed: eight digits, or two letters and six (Companies House: "SC123456"); a charity
 * of England and Wales with six or seven digits, of Scotland "SC012345", of Northern Ireland "NIC123456". Null for none.
 */
export function readOrganisationNumber(typed: string): NumberRead {
  const number = typed.toUpperCase().replace(/[\s.-]/g, '');
  if (number === '') return { ok: true, number: null };
  return /^(\d{6,8}|[A-Z]{2}\d{6}|NIC\d{6})$/.test(number) ? { ok: true, number } : { ok: false };
}
