/** What staff read who open what is theirs as a resident (AJ-48). */
export const OWN_RECORD =
  'This is your own, as a resident. Use My Account for it, or ask a colleague to look after it at the desk.';
