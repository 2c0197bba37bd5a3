const NUMBER = /^((?:flat|unit|apartment|apt)\s*\w+[\s,]+)?\d+\s?[a-z]?\b/i;

/** The part of an address line that names the house: "Flat 2, 14" of "Flat 2, 14 Orchard Road"; a name up to the first comma. */
export function houseOf(address: string): string {
  const line = address.trim();
  return NUMBER.exec(line)?.[0] ?? line.split(',')[0]?.trim() ?? '';
}
