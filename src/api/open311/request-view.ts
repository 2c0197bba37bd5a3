import type { PublicRequest } from '#modules/cases';
import { photoUrl } from './photo-url.ts';
import type { Open311Record } from './xml.ts';

/** A public report as the standard writes it. No address: the point says where, and words could name a household. */
export function requestView(
  request: PublicRequest,
  { agency, publicUrl }: { agency: string; publicUrl: string },
): Open311Record {
  const { ending, photoId } = request;
  return {
    service_request_id: request.reference,
    status: ending === null ? 'open' : 'closed',
    status_notes: ending === null ? '' : (NOTES[ending] ?? ''),
    service_name: request.serviceName,
    service_code: request.serviceSlug,
    description: request.text ?? '',
    agency_responsible: agency,
    service_notice: '',
    requested_datetime: request.openedAt.toISOString(),
    updated_datetime: request.updatedAt.toISOString(),
    expected_datetime: request.dueAt?.toISOString() ?? '',
    address: '',
    address_id: '',
    zipcode: '',
    lat: request.lat,
    long: request.lon,
    ...(photoId !== null && { media_url: photoUrl(publicUrl, request.reference, photoId) }),
  };
}

const NOTES: Readonly<Record<string, string>> = {
  done: 'It is done.',
  withdrawn: 'It was withdrawn.',
  duplicate: 'It was reported before, and that report is followed.',
  'not-ours': 'It belongs to somebody else, and was passed on.',
  'no-access': 'We could not get to it.',
  'below-level': 'It was inspected and is below the level at which we act.',
  refused: 'We cannot do this.',
};
