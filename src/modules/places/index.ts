export { normaliseAddressLine } from './address-line.ts';
export { ATTRIBUTIONS } from './attributions.ts';
export { distanceMetres, inOutline, type Outline, type Point } from './geometry.ts';
export { normalisePostcode, POSTCODE_MESSAGES, type PostcodeRefusal, type PostcodeResult } from './postcode.ts';
export { houseKey, type Place, SAME_PLACE_METRES, samePlace } from './same-place.ts';
