import type { Generated } from 'kysely';
import type { JsonOrNull } from '#platform/json-column';
import type { LocalDate } from './local-date.ts';

declare module '#platform/db' {
  interface Database {
    districts: DistrictTable;
    wards: WardTable;
    postcodes: PostcodeTable;
    rounds: RoundTable;
    round_days: RoundDayTable;
    addresses: AddressTable;
    address_collections: AddressCollectionTable;
    round_events: RoundEventTable;
    address_markers: AddressMarkerTable;
    streets: StreetTable;
    national_loads: NationalLoadTable;
  }
}

interface DistrictTable {
  code: string;
  name: string;
  site: string | null;
}

interface WardTable {
  code: string;
  name: string;
  district_code: string;
  outline: JsonOrNull;
}

interface PostcodeTable {
  postcode: string;
  lat: number;
  lon: number;
  district_code: string;
  ward_code: string | null;
}

interface RoundTable {
  council_id: string;
  slug: string;
  name: string;
  containers: string[];
  /** ISO 8601: Monday is 1. */
  weekday: number;
  every_weeks: Generated<number>;
  /** One date of the round: the others lie whole periods before and after it. */
  first_on: LocalDate;
  /** Local times, "06:00": when bins must be out, and when the crew is normally back. */
  out_by: Generated<string>;
  usually_done: Generated<string>;
}

export const ROUND_DAY_STATES = ['planned', 'started', 'finished', 'not-completed', 'moved'] as const;
export type RoundDayState = (typeof ROUND_DAY_STATES)[number];

/** What a crew reports of a whole round. */
export const ROUND_REPORTS = ['started', 'finished', 'not-completed', 'moved'] as const;
export type RoundReport = (typeof ROUND_REPORTS)[number];

interface RoundDayTable {
  council_id: string;
  round_slug: string;
  on_date: LocalDate;
  state: RoundDayState;
  moved_to: LocalDate | null;
  started_at: Date | null;
  finished_at: Date | null;
  note: string | null;
  recorded_at: Date;
  source_id: string | null;
}

interface AddressTable {
  council_id: string;
  uprn: number;
  line: string;
  street: string;
  street_key: string;
  house: string;
  locality: string | null;
  town: string;
  postcode: string;
  house_key: string;
  lat: number;
  lon: number;
  ward_code: string | null;
  class: Generated<string>;
  is_invented: Generated<boolean>;
  updated_at: Date;
  ended_at: Date | null;
}

interface AddressCollectionTable {
  council_id: string;
  uprn: number;
  container: string;
  round_slug: string;
  assisted: Generated<boolean>;
  since: LocalDate;
  until: LocalDate | null;
}

/** Why a container was left, in the terms that collection crews' systems use. */
export const LEFT_REASONS = ['not-presented', 'contaminated', 'access-blocked', 'not-completed'] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

/** Every report of a crew: of an address (uprn), a street, or with neither of the whole round. */
interface RoundEventTable {
  council_id: string;
  id: string;
  round_slug: string;
  on_date: LocalDate;
  uprn: number | null;
  street: string | null;
  container: string | null;
  kind: LeftReason | RoundReport;
  at: Date;
  note: string | null;
  source_id: string | null;
  recorded_at: Date;
  withdrawn_at: Date | null;
}

interface AddressMarkerTable {
  council_id: string;
  id: string;
  uprn: number | null;
  customer_id: string | null;
  what: string;
  evidence: string;
  proposed_by: string;
  proposed_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  review_on: LocalDate;
  ends_on: LocalDate;
  ended_at: Date | null;
  ended_by: string | null;
}

interface StreetTable {
  council_id: string;
  street_key: string;
  town: string;
  name: string;
  /** The middle of its addresses. */
  lat: number;
  lon: number;
  addresses: number;
}

interface NationalLoadTable {
  name: string;
  content_hash: string;
  loaded_at: Date;
}
