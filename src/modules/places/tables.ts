import type { Generated } from 'kysely';
import type { JsonOrNull } from '#platform/json-column';

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
  weekday: number;
  every_weeks: Generated<number>;
  first_on: string;
}

interface RoundDayTable {
  council_id: string;
  round_slug: string;
  on_date: string;
  state: 'planned' | 'started' | 'finished' | 'not-completed' | 'moved';
  moved_to: string | null;
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
  since: string;
  until: string | null;
}

interface RoundEventTable {
  council_id: string;
  id: string;
  round_slug: string;
  on_date: string;
  uprn: number | null;
  street: string | null;
  container: string | null;
  kind: 'not-presented' | 'contaminated' | 'access-blocked' | 'not-completed';
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
  review_on: string;
  ends_on: string;
  ended_at: Date | null;
  ended_by: string | null;
}
