import type { CaseToReview } from '#modules/cases';
import type { DeskShell } from '#platform/http/shell';
import { Button, Checkboxes, DeskPage, EmptyState, ErrorMessage, type Errors, Form, href, Link, Textarea } from '#ui';
import { shortWhen } from '../../doors/when.ts';

/** What was typed and ticked, and what is wrong with it. */
export interface ReviewState {
  errors: Errors;
  text: string;
  show: readonly string[];
}

interface ReviewPageProps {
  shell: DeskShell;
  hidden: Record<string, string>;
  cases: readonly CaseToReview[];
  /** All that waits; else one report alone. */
  isList: boolean;
  state?: ReviewState | undefined;
  zone: string;
  now: Date;
}

/** What waits for a person before everybody may see it: text that no rule could judge, and every photo. */
export function ReviewPage({ shell, cases, isList, ...props }: ReviewPageProps) {
  const title = isList ? 'To show to everybody' : `What everybody sees of ${cases[0]?.reference ?? ''}`;
  return (
    <DeskPage {...shell} title={title} errors={props.state?.errors ?? {}}>
      <h1 class="govuk-heading-l">{title}</h1>
      {isList ? null : (
        <p class="govuk-body">
          <Link href="/desk/review">All that waits</Link>
        </p>
      )}
      <p class="govuk-body">
        Take out names, addresses and whatever points to a person. Leave out photos of the inside of a home, and hide
        faces and number plates. Nobody outside sees a photo until you tick it.
      </p>
      {cases.length === 0 ? <EmptyState title="Nothing waits to be looked at" /> : null}
      {cases.map((one) => (
        <OneCase key={one.id} one={one} {...props} />
      ))}
    </DeskPage>
  );
}

type OneProps = Pick<ReviewPageProps, 'hidden' | 'state' | 'zone' | 'now'> & { one: CaseToReview };

function OneCase({ one, hidden, state, zone, now }: OneProps) {
  const { reference, title, openedAt } = one;
  return (
    <section class="fd-panel" aria-labelledby={`title-${reference}`}>
      <h2 class="govuk-heading-m" id={`title-${reference}`}>
        {title} <Link href={`/desk/cases/${reference}`}>{reference}</Link>
      </h2>
      <p class="govuk-body fd-mute">
        Reported {shortWhen(openedAt, zone, now)}. {one.isPublic ? 'Everybody can see it now.' : 'Not shown yet.'}
      </p>
      <Form action={`/desk/review/${reference}`} hidden={hidden}>
        <Textarea
          name="text"
          id={state ? 'text' : `text-${reference}`}
          label="What everybody reads"
          rows={3}
          value={state?.text ?? one.text ?? ''}
          errors={state?.errors}
        />
        <Photos one={one} state={state} />
        <div class="fd-buttons">
          <Button>
            {one.isPublic ? 'Save' : 'Show it'}
            <span class="govuk-visually-hidden">, {reference}</span>
          </Button>
          <Button look="secondary" name="act" value="withhold">
            Show nothing of it<span class="govuk-visually-hidden">, {reference}</span>
          </Button>
        </div>
      </Form>
    </section>
  );
}

function Photos({ one: { reference, photos }, state }: Pick<OneProps, 'one' | 'state'>) {
  const wrong = state?.errors['show'];
  const shown = state?.show ?? photos.filter(({ isShown }) => isShown).map(({ id }) => id);
  const groups = [
    { legend: 'Photos of the report', alt: 'As it was reported', of: photos.filter(({ isOfWork }) => !isOfWork) },
    { legend: 'Photos of the work', alt: 'The work', of: photos.filter(({ isOfWork }) => isOfWork) },
  ].filter(({ of }) => of.length > 0);
  return (
    <div id={state ? 'show' : undefined}>
      {wrong ? <ErrorMessage error={wrong} /> : null}
      {groups.map((group) => (
        <PhotoGroup key={group.legend} {...group} reference={reference} shown={shown} />
      ))}
    </div>
  );
}

interface PhotoGroupProps {
  legend: string;
  alt: string;
  of: CaseToReview['photos'];
  reference: string;
  shown: readonly string[];
}

function PhotoGroup({ legend, alt, of: photos, reference, shown }: PhotoGroupProps) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      <ul class="fd-photos fd-photos--review">
        {photos.map(({ id, width, height, hidden }, index) => (
          <li key={id} class="fd-photo">
            <input type="hidden" name="seen" value={id} />
            <a href={href(photoPath(reference, id))}>
              <img
                src={href(photoPath(reference, id))}
                alt={`${alt}, ${index + 1} of ${photos.length}. Open it large`}
                width={width ?? undefined}
                height={height ?? undefined}
                loading="lazy"
              />
            </a>
            <Checkboxes
              name="show"
              idPrefix={`show-${id}`}
              small
              chosen={shown}
              items={[{ value: id, text: <ShowPhoto of={`${legend}, ${index + 1}`} /> }]}
            />
            <Link href={`${photoPath(reference, id)}/parts`}>
              {hidden.length === 0 ? 'Hide parts of it' : 'Change what is hidden'}
              <span class="govuk-visually-hidden">{`: ${legend.toLowerCase()}, ${index + 1}`}</span>
            </Link>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function ShowPhoto({ of: which }: { of: string }) {
  return (
    <>
      Show this photo to everybody<span class="govuk-visually-hidden">: {which.toLowerCase()}</span>
    </>
  );
}

const photoPath = (reference: string, id: string) => `/desk/review/${reference}/photos/${id}`;
