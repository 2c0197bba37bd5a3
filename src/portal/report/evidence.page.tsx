import { english } from '#modules/councils';
import type { FileView } from '#modules/documents';
import { MOST_FILES, type Planned } from '#modules/evidence';
import type { EvidenceDefinition } from '#modules/services';
import { Button, type Choice, type Errors, FileUpload, InsetText, Radios } from '#ui';
import { evidenceAsked } from './evidence-steps.ts';
import type { OpenReport } from './on-report.ts';
import { lastQuestionPage } from './report-steps.ts';
import { KeepAsItIs, StepPage, TAKES_AWAY } from './step-page.tsx';
import { waysToShow } from './ways-to-show.ts';

interface EvidencePageProps {
  report: OpenReport;
  piece: EvidenceDefinition;
  files: readonly FileView[];
  how?: Planned | null;
  error?: { field: 'how' | 'file'; message: string };
  /** Another way is kept already, said in another window. */
  isKept?: boolean;
}

/** One piece of evidence: what is needed, why, what will do, and how it will be shown. */
export function EvidencePage({ report, piece, files, error, isKept = false, ...chosen }: EvidencePageProps) {
  const errors: Errors = error ? { [error.field]: error.message } : {};
  const ways = waysToShow(piece);
  const how = chosen.how ?? report.state.evidence[piece.id]?.how ?? (files.length > 0 ? 'upload' : '');
  return (
    <StepPage
      report={report}
      question={`Show us: ${english(piece.name)}`}
      back={before(report, piece)}
      errors={errors}
      multipart
      takesAway
      after={isKept ? <KeepAsItIs report={report} /> : null}
    >
      <p class="govuk-body">{english(piece.why)}</p>
      <WhatWillDo piece={piece} />
      <Sent files={files} />
      {ways.length === 1 ? (
        <OneWay way={ways[0]} count={files.length} errors={errors} />
      ) : (
        <Radios
          name="how"
          legend={{ text: 'How will you show it?', size: 'm' }}
          errors={errors}
          value={how}
          items={ways.map((way) => wayItem(way, { piece, files, errors }))}
        />
      )}
    </StepPage>
  );
}

function before(report: OpenReport, { id }: EvidenceDefinition): string {
  const asked = evidenceAsked(report);
  const earlier = asked[asked.findIndex((one) => one.id === id) - 1];
  return earlier ? report.paths.evidence(earlier.id) : lastQuestionPage(report, report.paths);
}

function WhatWillDo({ piece: { examples } }: Pick<EvidencePageProps, 'piece'>) {
  if (examples.length === 0) return null;
  return (
    <>
      <p class="govuk-body">Any one of these will do:</p>
      <ul class="govuk-list govuk-list--bullet">
        {examples.map((example) => (
          <li key={english(example)}>{english(example)}</li>
        ))}
      </ul>
    </>
  );
}

function Sent({ files }: Pick<EvidencePageProps, 'files'>) {
  if (files.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">
        {files.length === 1 ? 'You have added a file' : `You have added ${files.length} files`}
      </h2>
      <ul class="govuk-list">
        {files.map(({ id, name }) => (
          <li key={id}>
            {name}{' '}
            <Button look="secondary" name="remove" value={id} attrs={TAKES_AWAY}>
              Remove<span class="govuk-visually-hidden"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function OneWay({ way, count, errors }: { way: Planned | undefined; count: number; errors: Errors }) {
  if (way === 'upload') return <Upload count={count} errors={errors} />;
  return (
    <InsetText>
      You need to show this to us in person. Send your application now: we keep it, and tell you where to bring it.
    </InsetText>
  );
}

interface WayFacts {
  piece: EvidenceDefinition;
  files: readonly FileView[];
  errors: Errors;
}

function wayItem(way: Planned, { piece, files, errors }: WayFacts): Choice {
  switch (way) {
    case 'upload':
      return {
        value: way,
        text: 'Upload it now',
        conditional: <Upload count={files.length} errors={errors} />,
      };
    case 'later':
      return { value: way, text: 'Send it later', hint: `Within ${days(piece.laterDays ?? 0)} of sending this form.` };
    case 'in-person':
      return { value: way, text: 'Show it to us in person', hint: 'At one of our counters. No need to send it.' };
    case 'not':
      return { value: way, text: 'I will not send this', hint: 'We can go on without it, but it may take us longer.' };
  }
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

function Upload({ count, errors }: { count: number; errors: Errors }) {
  return (
    <FileUpload
      name="file"
      label={count === 0 ? 'Choose a photo or a PDF' : 'Add another photo or PDF'}
      hint={`Up to ${MOST_FILES} files, each up to 15 MB. A clear photo taken with your phone is fine.`}
      accept="image/jpeg,image/png,image/webp,image/heic,application/pdf"
      multiple
      errors={errors}
    />
  );
}
