import type { TrackPhoto } from '#modules/cases';

interface TrackPhotosProps {
  reference: string;
  photos: readonly TrackPhoto[];
}

/** Photos of the report and of the work. */
export function TrackPhotos({ reference, photos }: TrackPhotosProps) {
  if (photos.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Photos</h2>
      <ul class="fd-photos">
        {photos.map(({ id, isOfWork, width, height }, index) => (
          <li key={id} class="fd-photo">
            <img
              src={`/track/${reference}/photos/${id}`}
              alt={`${isOfWork ? 'What we did' : 'What was reported'}, ${index + 1} of ${photos.length}`}
              width={width ?? undefined}
              height={height ?? undefined}
              loading="lazy"
            />
          </li>
        ))}
      </ul>
    </>
  );
}
