import { HttpError } from '#platform/http/http-error';
import { readReference } from '#platform/ids';

/** A reference out of an address, as it is written. @throws HttpError 404 for what cannot be one */
export function referenceOf(typed: string): string {
  const reference = readReference(typed);
  if (reference === null)
    throw new HttpError(404, 'That is not a reference of ours. Check it: it looks like K7M3-QX9T.');
  return reference;
}
