import type { FileView } from '#modules/documents';
import { href } from '#ui';

interface PhotoListProps {
  files: readonly FileView[];
  /** Address at which they are opened: each file's id follows `/files/`. */
  path: string;
}

/** Photos of a report and of the work, each a link to itself. What is shown is the copy without the camera's own data. */
export function PhotoList({ files, path }: PhotoListProps) {
  // A photo that the case and its job both show is shown once.
  const once = [...new Map(files.map((file) => [file.id, file])).values()];
  const photos = once.filter(({ mediaType }) => mediaType.startsWith('image/'));
  if (photos.length === 0) return null;
  return (
    <ul class="fd-photos">
      {photos.map(({ id, purpose, width, height }, index) => (
        <li key={id} class="fd-photo">
          <a href={href(`${path}/files/${id}`)}>
            <img
              src={href(`${path}/files/${id}`)}
              alt={`${purpose === 'evidence' ? 'The work' : 'As it was reported'}, ${index + 1} of ${photos.length}`}
              width={width ?? undefined}
              height={height ?? undefined}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
