/** "£2.94" from pence, or what is said where a set of unit costs has no price. */
export function pounds(pence: number | null): string {
  if (pence === null) return 'no price';
  return `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}
