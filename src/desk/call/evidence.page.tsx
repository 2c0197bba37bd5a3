import { english } from '#modules/councils';
import type { FileView } from '#modules/documents';
import { MOST_FILES } from '#modules/evidence';
import type { EvidenceDefinition } from '#modules/services';
import { type Choice, FileUpload, Radios } from '#ui';
import { evidenceGiven } from '../../portal/report/evidence-steps.ts';
import type { ScriptProps } from './call-page-props.ts';
import { type DeskWay, waysAtDesk } from './evidence-at-desk.ts';
import { FilesHere } from './files-here.page.tsx';
import { fileField, howField } from './take-evidence.ts';

/** Each piece of evidence with the words to say, and how it is shown. */
export function EvidenceParts(props: ScriptProps) {
  return (
    <>
      {props.report.evidence.map((piece) => (
        <Piece key={piece.id} {...props} piece={piece} />
      ))}
    </>
  );
}

type PieceProps = ScriptProps & { piece: EvidenceDefinition };

function Piece({ piece, report, view, values, errors }: PieceProps) {
  const ways = waysAtDesk(piece, view.contact.channel);
  const given = evidenceGiven({ state: report.draft.state }, piece.id);
  const files = report.files.filter(({ id }) => given.fileIds.includes(id));
  const typed = values[howField(piece.id)];
  return (
    <section aria-label={`Evidence: ${english(piece.name)}`}>
      <p class="fd-questions__ask">“{english(piece.why)}”</p>
      <FilesHere files={files} contactId={view.contact.id} />
      <Radios
        name={howField(piece.id)}
        small
        legend={{ text: english(piece.name), size: 's' }}
        hint={piece.examples.length > 0 ? `Any one of: ${piece.examples.map(english).join('; ')}` : undefined}
        value={typeof typed === 'string' ? typed : (given.how ?? '')}
        errors={errors}
        items={ways.map((way) => wayItem(way, { piece, files, errors }))}
      />
    </section>
  );
}

interface WayFacts {
  piece: EvidenceDefinition;
  files: readonly FileView[];
  errors: ScriptProps['errors'];
}

function wayItem(way: DeskWay, { piece, files, errors }: WayFacts): Choice {
  switch (way) {
    case 'seen':
      return { value: way, text: 'They showed it to me now', hint: 'Only where you have seen the thing itself.' };
    case 'upload':
      return {
        value: way,
        text: 'A file is here',
        conditional: (
          <>
            <FileUpload
              name={fileField(piece.id)}
              label={files.length === 0 ? 'Choose a photo, scan or PDF' : 'Add another photo, scan or PDF'}
              hint={`Up to ${MOST_FILES} files, each up to 15 MB.`}
              accept="image/*,.pdf"
              multiple
              errors={errors}
            />
            <FileUpload
              name={fileField(piece.id)}
              id={`${fileField(piece.id)}-camera`}
              label="Or take a picture of it with this tablet or phone"
              accept="image/*"
              capture="environment"
            />
          </>
        ),
      };
    case 'later':
      return { value: way, text: `They send it within ${piece.laterDays ?? 0} days` };
    case 'in-person':
      return { value: way, text: 'They show it at a counter' };
    case 'not':
      return { value: way, text: 'They will not send it' };
  }
}
