import { english } from '#modules/councils';
import { describeDue } from '#modules/promises';
import { isReport } from '#modules/services';
import { Button, Details, Form, Radios, Select, Textarea } from '#ui';
import { serviceList } from '../../portal/service-list.ts';
import { DueInput } from '../due-input.page.tsx';
import { TAKE_IT, TO_THE_TEAM } from './assign-of-case.ts';
import type { CasePageProps } from './case-page-props.ts';

type Part = CasePageProps & { path: string };

/** Who answers for the case: take it on, give it to somebody, put it back. */
export function Assign({ path, view, people, offers, hidden, errors, values }: Part) {
  return (
    <>
      {offers.take ? (
        <Form action={`${path}/owner`} hidden={{ ...hidden, owner: TAKE_IT }}>
          <Button look="secondary">Take it on</Button>
        </Form>
      ) : null}
      {offers.give ? (
        <Details summary="Give it to a colleague" open={errors['owner'] !== undefined}>
          <Form action={`${path}/owner`} hidden={hidden}>
            <Select
              values={values}
              errors={errors}
              name="owner"
              label="Who owns it from now on?"
              items={[
                { value: '', text: 'Choose' },
                { value: TO_THE_TEAM, text: `Nobody yet: back to ${view.team.name}` },
                ...byTeam(people, view.team.id).map(({ id, name, jobTitle }) => ({
                  value: id,
                  text: `${name}, ${jobTitle}`,
                })),
              ]}
            />
            <Button look="secondary">Give it to them</Button>
          </Form>
        </Details>
      ) : null}
    </>
  );
}

/** Those of the team first, each part by name. */
function byTeam(people: CasePageProps['people'], teamId: string) {
  const isTheirs = ({ teamIds }: { teamIds: readonly string[] }) => teamIds.includes(teamId);
  return [...people.filter(isTheirs), ...people.filter((one) => !isTheirs(one))];
}

/** A wrong service or team is mended here and nowhere else. */
export function Move({ path, view, directory, teams, now, hidden, errors, values }: Part) {
  const shown = { errors, values: { 'move-service': view.service.slug, ...values } };
  const own = directory.catalogue.services.get(view.service.slug)?.service;
  const offered = serviceList(directory, now).filter(isReport);
  // Its own stands there whatever it is, so that the team alone can be changed.
  const services = own && !offered.some(({ slug }) => slug === own.slug) ? [own, ...offered] : offered;
  const isOpen = ['move-service', 'move-team', 'move-why'].some((field) => errors[field] !== undefined);
  return (
    <Details summary="Move it to the right service or team" open={isOpen}>
      <Form action={`${path}/service`} hidden={hidden}>
        <p class="govuk-body">What was promised stays promised. The customer is told who has it now.</p>
        <Select
          {...shown}
          name="move-service"
          label="Service"
          items={services
            .map(({ slug, name }) => ({ value: slug, text: english(name) }))
            .sort((a, b) => a.text.localeCompare(b.text))}
        />
        <Select
          {...shown}
          name="move-team"
          label="Team"
          items={[
            { value: '', text: 'The service’s own team' },
            ...teams.filter(({ kind }) => kind === 'team').map(({ slug, name }) => ({ value: slug, text: name })),
          ]}
        />
        <Textarea {...shown} name="move-why" label="Why, for those who get it" rows={2} />
        <Button look="secondary">Move it</Button>
      </Form>
    </Details>
  );
}

const END_OF_DAY = '5pm';

/** Another date, before the promise is due, and never without telling. */
export function NewDate({ path, view, now, directory, hidden, errors, values }: Part) {
  const { zone } = directory.config.profile;
  const running = view.promises.filter(({ outcome, kind }) => outcome === null && kind !== 'acknowledge');
  const movable = running.filter(({ dueAt, pausedAt }) => dueAt > now && pausedAt === null);
  if (running.length === 0) return null;
  if (movable.length === 0) return <NoNewDate />;
  const shown = { values, errors };
  const isOpen = ['promise', 'due', 'due-time', 'due-why'].some((field) => errors[field] !== undefined);
  const only = movable.length === 1 ? movable[0]?.id : undefined;
  return (
    <Details summary="Agree a new date" open={isOpen}>
      <Form action={`${path}/due`} hidden={hidden}>
        <Radios
          {...shown}
          name="promise"
          legend="Which promise?"
          small
          value={values['promise'] === undefined ? only : undefined}
          items={movable.map((promise) => ({
            value: promise.id,
            text: `${promise.what.en} ${describeDue(promise.dueAt, zone, now)}`,
          }))}
        />
        <DueInput {...shown} name="due" legend="The new date" time={END_OF_DAY} />
        <Textarea
          {...shown}
          name="due-why"
          label="Why, as the customer will read it"
          hint="They are written to at once, with the old date and the new."
          rows={2}
        />
        <Button look="secondary">Agree and tell them</Button>
      </Form>
    </Details>
  );
}

function NoNewDate() {
  return (
    <Details summary="Agree a new date">
      <p class="govuk-body">
        What was promised here is past its time or waits for the customer. A date is agreed before it is due, and never
        after.
      </p>
    </Details>
  );
}
