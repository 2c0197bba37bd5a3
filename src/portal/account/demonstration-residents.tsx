import type { DemonstrationResident } from '#modules/accounts';
import { Form } from '#ui';

/** Residents of the demonstration: one press, and you are them. Nothing where there is no demonstration. */
export function DemonstrationResidents({
  residents,
  hidden,
}: {
  residents: readonly DemonstrationResident[];
  hidden: Record<string, string>;
}) {
  if (residents.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Sign in as somebody of the demonstration</h2>
      <Form action="/account/sign-in/demonstration" hidden={hidden} class="fd-people">
        <ul class="fd-people__list">
          {residents.map(({ id, name, about }) => (
            <li key={id}>
              <button type="submit" name="account" value={id} class="fd-people__person">
                <span class="fd-people__name">{name}</span> <span class="fd-people__job">{about}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
      <h2 class="govuk-heading-m">Sign in as yourself</h2>
    </>
  );
}
