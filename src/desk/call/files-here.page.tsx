import type { FileView } from '#modules/documents';
import { Checkboxes, href } from '#ui';

/** The files that are here already, each to be opened, or ticked to be left out. */
export function FilesHere({ files, contactId }: { files: readonly FileView[]; contactId: string }) {
  if (files.length === 0) return null;
  return (
    <>
      <ul class="govuk-list" aria-label="Files that are here">
        {files.map(({ id, name }) => (
          <li key={id}>
            <a class="govuk-link" href={href(`/desk/contacts/${contactId}/files/${id}`)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <Checkboxes
        name="leave-out"
        idPrefix={`leave-out-${files[0]?.id ?? ''}`}
        small
        legend={{ text: 'Leave out', size: 's' }}
        items={files.map(({ id, name }) => ({ value: id, text: name }))}
      />
    </>
  );
}
