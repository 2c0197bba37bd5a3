import { english } from '#modules/councils';
import { labelOf } from '#modules/forms';
import type { Question } from '#modules/questions';

import { Button, type Errors, FileUpload, Link } from '#ui';
import type { OpenReport } from './on-report.ts';
import { pageBefore } from './report-steps.ts';
import { StepPage, TAKES_AWAY } from './step-page.tsx';

interface PhotosPageProps {
  report: OpenReport;
  question: Extract<Question, { kind: 'photo' | 'file' }>;
  /** Ids of the photos that are there already. */
  photos: readonly string[];
  error?: string | undefined;
}

/** Photos: those that were added, each with a way to take it back, and a field for more. */
export function PhotosPage({ report, question, photos, error }: PhotosPageProps) {
  const errors: Errors = error === undefined ? {} : { [question.id]: error };
  const hint = [question.hint ? english(question.hint) : '', limits(question)].filter(Boolean).join(' ');
  const label = labelOf(question, 'en');
  return (
    <StepPage
      report={report}
      question={label}
      back={pageBefore(report, report.paths, { key: question.id })}
      errors={errors}
      multipart
      takesAway
    >
      {(heading) => (
        <>
          <Added report={report} photos={photos} question={question} />
          {photos.length < question.most ? (
            <FileUpload
              name={question.id}
              label={photos.length === 0 ? heading : { text: `Add another ${question.kind}`, size: 's' }}
              hint={hint}
              accept={ACCEPTED[question.kind]}
              multiple={question.most > 1}
              errors={errors}
            />
          ) : null}
        </>
      )}
    </StepPage>
  );
}

const PICTURES = 'image/jpeg,image/png,image/webp,image/heic';
const ACCEPTED = { photo: PICTURES, file: `${PICTURES},application/pdf` };

function limits({ kind, most }: PhotosPageProps['question']): string {
  const count = `You can add ${most === 1 ? `a ${kind}` : `up to ${most} ${kind}s`}, each up to 15 MB.`;
  return kind === 'photo'
    ? `${count} Please do not show people’s faces or number plates.`
    : `${count} A photo of a letter will do.`;
}

function Added({ report, photos, question }: Pick<PhotosPageProps, 'report' | 'photos' | 'question'>) {
  const { kind } = question;
  if (photos.length === 0) return null;
  return (
    <>
      <h1 class="govuk-heading-l">
        {photos.length === 1 ? `You have added a ${kind}` : `You have added ${photos.length} ${kind}s`}
      </h1>
      <ul class="fd-photos">
        {photos.map((id, index) => (
          <li key={id} class="fd-photo">
            {kind === 'photo' ? (
              <img src={report.paths.photo(id)} alt={`What you added, number ${index + 1}`} />
            ) : (
              <Link href={report.paths.photo(id)}>File {index + 1}</Link>
            )}
            <Button look="secondary" name="remove" value={id} attrs={TAKES_AWAY}>
              Remove
              <span class="govuk-visually-hidden">
                {' '}
                {kind} {index + 1}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
