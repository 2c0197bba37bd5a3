export { addressByUprn } from './address-by-uprn.ts';
export { normaliseAddressLine } from './address-line.ts';
export type { AddressView } from './address-view.ts';
export { approveMarker } from './approve-marker.ts';
export { ATTRIBUTIONS } from './attributions.ts';
export type { Collection } from './collection-dates.ts';
export { defineRounds, type RoundPlan } from './define-rounds.ts';
export { disposeMarkers } from './dispose-markers.ts';
export { endMarker } from './end-marker.ts';
export { PLACE_EVENTS, type RoundStateRecorded } from './events.ts';
export { findAddresses } from './find-addresses.ts';
export { distanceMetres, inOutline, type Outline, type Point } from './geometry.ts';
export { type ImportCounts, importGazetteer } from './import-gazetteer.ts';
export { importRoundStates } from './import-round-states.ts';
export { loadDemoAddresses } from './load-demo-addresses.ts';
export { loadNationalPlaces } from './load-national-places.ts';
export { instantOf, type LocalDate, localDate } from './local-date.ts';
export { markAddress } from './mark-address.ts';
export { type MarkerView, markersAt } from './markers-at.ts';
export { allDistricts, allWards, type District, districtAt, type Ward, wardAt } from './national-places.ts';
export { type NextCollections, nextCollections } from './next-collections.ts';
export { normalisePostcode, POSTCODE_MESSAGES, type PostcodeRefusal, type PostcodeResult } from './postcode.ts';
export {
  ROUND_STATE_MESSAGES,
  type RoundStateCommand,
  type RoundStateRefusal,
  recordRoundState,
} from './record-round-state.ts';
export { registerCollection } from './register-collection.ts';
export type { CollectionRules, RoundState } from './round-state.ts';
export { roundStateFor } from './round-state-for.ts';
export { readRoundState } from './round-state-schema.ts';
export { houseKey, type Place, SAME_PLACE_METRES, samePlace } from './same-place.ts';
export { type PlaceFound, searchPlaces } from './search-places.ts';
export { streetsNamed } from './streets-named.ts';
export type { LeftReason, RoundReport } from './tables.ts';
export { type Serves, type Whereabouts, whoServes } from './who-serves.ts';
