import type { CaseToReview } from '#modules/cases';
import { squareNames, squaresOf } from '#modules/documents';
import type { DeskShell } from '#platform/http/shell';
import { Button, DeskPage, ErrorMessage, type Errors, Form, href, Link } from '#ui';

interface HidePartsPageProps {
  shell: DeskShell;
  hidden: Record<string, string>;
  reference: string;
  photo: CaseToReview['photos'][number];
  errors: Errors;
}

/** A photo under squares: each that is ticked is covered for everybody outside. Without a script, by mouse, finger or key. */
export function HidePartsPage({ shell, hidden, reference, photo, errors }: HidePartsPageProps) {
  const path = `/desk/review/${reference}/photos/${photo.id}`;
  const title = 'Hide parts of a photo';
  const wrong = errors['hide'];
  return (
    <DeskPage {...shell} title={`${title}, ${reference}`} errors={errors}>
      <span class="govuk-caption-l">{reference}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Choose each square with a face, a number plate or anything else that points to a person. Everybody outside sees
        those squares painted over. Colleagues still see all of the photo.
      </p>
      <Form action={`${path}/parts`} hidden={hidden}>
        <fieldset class="govuk-fieldset" id="hide">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Squares to hide</legend>
          {wrong ? <ErrorMessage error={wrong} /> : null}
          <Squares photo={photo} src={`${path}/whole`} />
        </fieldset>
        <div class="fd-buttons">
          <Button>Save</Button>
          <Link href={`/desk/review/${reference}`}>Back without saving</Link>
        </div>
      </Form>
    </DeskPage>
  );
}

function Squares({ photo, src }: Pick<HidePartsPageProps, 'photo'> & { src: string }) {
  const { width, height } = photo;
  const squares = squaresOf({ width, height });
  const isTall = squares.rows > squares.columns;
  return (
    <div class={isTall ? 'fd-cover fd-cover--tall' : 'fd-cover'}>
      <img
        src={href(src)}
        alt="As it was sent, with nothing covered"
        width={width ?? undefined}
        height={height ?? undefined}
      />
      <div class="fd-cover__squares">
        {squareNames(squares).map((name) => (
          <label key={name} class="fd-cover__square">
            <input type="checkbox" name="hide" value={name} checked={photo.hidden.includes(name)} />
            <span class="govuk-visually-hidden">{inWords(name)}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

function inWords(name: string): string {
  const [row = '', column = ''] = name.split('-');
  return `Row ${row}, column ${column}`;
}
