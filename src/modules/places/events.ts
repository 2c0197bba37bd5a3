/** What happens to places, as others may subscribe to it. */
export const PLACE_EVENTS = {
  roundStateRecorded: 'round.state-recorded',
  markerProposed: 'address.marker-proposed',
  markerApproved: 'address.marker-approved',
  markerEnded: 'address.marker-ended',
} as const;

/** `data` of `round.state-recorded`: what to look up again, never a copy of the report. */
export interface RoundStateRecorded extends Record<string, unknown> {
  roundSlug: string;
  on: string;
  state: string;
  uprn: number | null;
  container: string | null;
}
