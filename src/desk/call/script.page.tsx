import { english } from '#modules/councils';
import { sayDate } from '#modules/questions';
import { Button, Details, Form, Link } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { AskPlace } from './ask-place.page.tsx';
import type { ScriptProps } from './call-page-props.ts';
import { FormParts } from './form.page.tsx';
import { KnownIncident } from './known-incident.page.tsx';

/** What to say, what to ask, what is known, for the service that was picked. */
export function Script(props: ScriptProps) {
  const { report, view, hidden } = props;
  const { service } = report;
  return (
    <>
      {isBegun(props) ? null : (
        <div class="fd-script">
          {service.script.say.map((words) => (
            <p key={english(words)}>“{english(words)}”</p>
          ))}
        </div>
      )}
      <Diversions {...props} />
      {service.adviserNotes.length > 0 ? (
        <Details summary="Notes for advisers">
          <ul class="govuk-list govuk-list--bullet">
            {service.adviserNotes.map((words) => (
              <li key={english(words)}>{english(words)}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      {asksPlace(props) ? <AskPlace {...props} /> : null}
      <KnownIncident {...props} />
      <Known {...props} />
      <OnPaper {...props} />
      <WhoseForm {...props} />
      <FormParts {...props} />
      <Form action={`/desk/contacts/${view.contact.id}/service/left`} hidden={hidden}>
        <button type="submit" class="fd-link-button">
          It is about something else
        </button>
      </Form>
    </>
  );
}

/** What came on paper before the service ended is typed in, and its rules look at the day on which it came. */
function OnPaper({ report: { draft } }: ScriptProps) {
  if (draft.receivedOn === null) return null;
  return (
    <p class="fd-notice">
      You type in what came on paper on {sayDate(draft.receivedOn)}. It counts from that day, and promises run from it.
    </p>
  );
}

/** A form that the customer began: what they answered is marked, and everything stays where they can find it. */
function WhoseForm({ report: { draft }, view }: ScriptProps) {
  if (draft.helpedAt === null) return null;
  return (
    <p class="fd-notice">
      They began this form online, and said at {shortWhen(draft.helpedAt, view.zone, view.now)} that you may go on with
      it. Whatever you save here they find when they open it again.
    </p>
  );
}

/** The opening words are said once, at the first step. */
function isBegun({ report: { service, standing } }: ScriptProps): boolean {
  return service.kind === 'application' && standing.steps[0]?.state !== 'now';
}

/** A report has its place on its one screen, an application at the step that asks for it. */
function asksPlace({ report: { service, standing } }: ScriptProps): boolean {
  const { screen } = standing;
  if (service.kind === 'report') return service.place !== 'none';
  return screen.kind === 'step' && screen.questions.some(({ question }) => question.kind === 'place');
}

/** Emergencies and other bodies' matters, before anything is typed. */
function Diversions({ report, view, hidden }: ScriptProps) {
  const { diversions } = report.service;
  if (diversions.length === 0) return null;
  const path = `/desk/contacts/${view.contact.id}`;
  return (
    <Details summary="Is this for us?" open={diversions.some(({ urgency }) => urgency === 'emergency')}>
      <ul class="fd-rows">
        {diversions.map(({ id, when, tell, phone, link, service }) => (
          <li key={id} class="fd-rows__row">
            <strong>{english(when)}</strong>
            <span>
              {english(tell)} {phone ? <strong>{phone}</strong> : null}{' '}
              {link ? <Link href={link.href}>{english(link.text)}</Link> : null}
            </span>
            {service ? (
              <Form action={`${path}/service`} hidden={{ ...hidden, service }}>
                <button type="submit" class="fd-link-button">
                  Take that instead<span class="govuk-visually-hidden">: {english(when)}</span>
                </button>
              </Form>
            ) : (
              <Form action={`${path}/diversion`} hidden={{ ...hidden, diversion: id }}>
                <button type="submit" class="fd-link-button">
                  I sent them there<span class="govuk-visually-hidden">: {english(when)}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** What Frontdoor knows already: said before anything is made. */
function Known({ report, view, hidden, errors }: ScriptProps) {
  if (report.known.length === 0) return null;
  const acts = new Set(report.known.map(({ act }) => act));
  const reference = report.known.find((thing) => thing.reference)?.reference;
  return (
    <Form action={`/desk/contacts/${view.contact.id}/known`} hidden={hidden} class="fd-notice">
      <p class="govuk-body" id="known">
        <strong>{errors['known'] ?? 'Frontdoor knows already:'}</strong>
      </p>
      {[...new Set(report.known.map(({ say }) => say))].map((say) => (
        <p key={say} class="govuk-body">
          “{say}”
        </p>
      ))}
      {reference ? (
        <p class="govuk-body">
          <Link href={`/desk/cases/${reference}`}>Open {reference}</Link>
        </p>
      ) : null}
      <div class="fd-buttons">
        <Button name="known" value="enough">
          That answers it
        </Button>
        {acts.has('dispute') ? (
          <Button name="known" value="dispute" look="secondary">
            They say that is not right
          </Button>
        ) : null}
        <Button name="known" value="heard" look="secondary">
          Told, and there is more
        </Button>
      </div>
    </Form>
  );
}
