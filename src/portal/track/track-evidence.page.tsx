import type { EvidenceView } from '#modules/evidence';
import { isOpen } from '#modules/evidence';
import type { PublicShell } from '#platform/http/shell';
import { Button, type Errors, FileUpload, Form, Link, PublicPage, SummaryList, Tag, type TagColour } from '#ui';
import { sayDate } from '../say-when.ts';

const STATE_TAGS: Readonly<Record<EvidenceView['state'], [words: string, colour: TagColour]>> = {
  asked: ['We need this', 'yellow'],
  given: ['We have it and will check it', 'blue'],
  checked: ['Checked', 'green'],
  refused: ['We need another one', 'red'],
  expired: ['Out of date', 'orange'],
};

interface TrackEvidenceProps {
  reference: string;
  pieces: readonly EvidenceView[];
  hasEnded: boolean;
}

/** What was asked for, how each piece stands, and the way to send what is still needed. */
export function TrackEvidence({ reference, pieces, hasEnded }: TrackEvidenceProps) {
  if (pieces.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Evidence</h2>
      <SummaryList
        rows={pieces.map((piece) => ({
          key: piece.name,
          value: (
            <>
              <State piece={piece} />
              {mayBeSent(piece) && !hasEnded ? (
                <p class="govuk-body">
                  <Link href={`/track/${reference}/evidence/${piece.piece}`}>
                    {piece.state === 'given' ? 'Add to it' : 'Send it'}
                    <span class="govuk-visually-hidden">: {piece.name}</span>
                  </Link>
                </p>
              ) : null}
            </>
          ),
        }))}
      />
    </>
  );
}

const mayBeSent = ({ state, show }: EvidenceView): boolean => isOpen(state) && show !== 'in-person';

function State({ piece }: { piece: EvidenceView }) {
  const { state, reason, dueOn, show } = piece;
  const [words, colour] = STATE_TAGS[state];
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      {reason ? <p class="govuk-body">{reason}</p> : null}
      {(state === 'asked' || state === 'refused') && dueOn ? (
        <p class="govuk-body">Please send it by {sayDate(dueOn)}.</p>
      ) : null}
      {isOpen(state) && state !== 'given' && show !== 'upload' ? (
        <p class="govuk-body">You can show it to us in person at one of our counters.</p>
      ) : null}
    </>
  );
}

interface SendEvidencePageProps extends PublicShell {
  reference: string;
  piece: EvidenceView;
  token: Record<string, string>;
  errors: Errors;
}

/** Send one piece after the application: what is needed, why, and what will do. */
export function SendEvidencePage({ reference, piece, token, errors, ...shell }: SendEvidencePageProps) {
  const path = `/track/${reference}`;
  return (
    <PublicPage {...shell} title={`Send: ${piece.name}`} back={path} errors={errors}>
      <span class="govuk-caption-l">{reference}</span>
      <h1 class="govuk-heading-l">Send: {piece.name}</h1>
      <p class="govuk-body">{piece.why}</p>
      {piece.reason ? <p class="govuk-body">We could not use what you sent: {piece.reason}</p> : null}
      {piece.examples.length > 0 ? (
        <>
          <p class="govuk-body">Any one of these will do:</p>
          <ul class="govuk-list govuk-list--bullet">
            {piece.examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Form action={`${path}/evidence/${piece.piece}`} hidden={token} multipart>
        <FileUpload
          name="file"
          label={{ text: 'Choose photos or PDFs', size: 's' }}
          hint="Up to 10 files, each up to 15 MB. A clear photo taken with your phone is fine."
          accept="image/jpeg,image/png,image/webp,image/heic,application/pdf"
          multiple
          errors={errors}
        />
        <Button preventDoubleClick>Send</Button>
      </Form>
    </PublicPage>
  );
}
