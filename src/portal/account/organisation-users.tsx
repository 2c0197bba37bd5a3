import type { OrganisationView } from '#modules/accounts';
import { Button, ErrorMessage, type Errors, Form, Radios, Tag, type Values } from '#ui';
import { InviteeFields } from './invitee-fields.tsx';
import { SendInvitationAgain } from './send-invitation-again.tsx';

interface OrganisationUsersProps {
  organisation: OrganisationView;
  token: Record<string, string>;
  values: Values;
  errors: Errors;
}

type User = OrganisationView['users'][number];

/** Who acts for an organisation. Its owners change that; the others see it. */
export function OrganisationUsers({ organisation, token, values, errors }: OrganisationUsersProps) {
  const { grantId, name, role, users } = organisation;
  const path = `/account/organisations/${grantId}/users`;
  const isOwner = role === 'owner';
  return (
    <>
      <h2 class="govuk-heading-m">Who acts for it</h2>
      <ul class="fd-account-cases">
        {users.map((user) => (
          <li key={user.id} class="fd-account-cases__item" id={`user-${user.id}`}>
            <UserHead user={user} />
            <UserError error={errors[`user-${user.id}`]} id={user.id} />
            {isOwner ? <UserForms user={user} path={`${path}/${user.id}`} token={token} errors={errors} /> : null}
          </li>
        ))}
      </ul>
      {isOwner ? (
        <>
          <h3 class="govuk-heading-s">Ask somebody to act for {name}</h3>
          <Form action={path} hidden={token}>
            <InviteeFields values={values} errors={errors} />
            <Radios
              name="role"
              legend="What may they do?"
              items={[
                { value: 'user', text: 'See its requests and ask for things' },
                { value: 'owner', text: 'The same, and say who acts for it' },
              ]}
              values={{ role: 'user', ...values }}
              errors={errors}
            />
            <Button preventDoubleClick>Send the invitation</Button>
          </Form>
        </>
      ) : (
        <p class="govuk-body">Its owners say who acts for it.</p>
      )}
    </>
  );
}

function UserHead({ user: { name, kind, acceptedAt, isSelf } }: { user: User }) {
  return (
    <p class="fd-account-cases__head fd-wrap">
      {name}
      {isSelf ? ' (you)' : ''} {kind === 'owner' ? <Tag colour="blue">Owner</Tag> : null}{' '}
      {acceptedAt ? null : <Tag colour="yellow">Not answered yet</Tag>}
    </p>
  );
}

function UserError({ error, id }: { error: string | undefined; id: string }) {
  return error === undefined ? null : <ErrorMessage error={error} id={`user-${id}-error`} />;
}

interface UserFormsProps {
  user: User;
  path: string;
  token: Record<string, string>;
  errors: Errors;
}

function UserForms({ user, path, token, errors }: UserFormsProps) {
  const { id, name, email, kind, acceptedAt, isSelf } = user;
  return (
    <>
      {acceptedAt ? null : (
        <SendInvitationAgain of={{ id, name, email }} path={path} token={token} error={errors[`email-${id}`]} />
      )}
      {acceptedAt ? (
        <Form action={`${path}/role`} hidden={{ ...token, role: kind === 'owner' ? 'user' : 'owner' }}>
          <Button look="secondary">{kind === 'owner' ? `Make ${name} a user` : `Make ${name} an owner`}</Button>
        </Form>
      ) : null}
      {isSelf ? null : (
        <Form action={`${path}/removal`} hidden={token}>
          <Button look="warning">{acceptedAt ? `Take ${name} off` : 'Take the invitation back'}</Button>
        </Form>
      )}
    </>
  );
}
