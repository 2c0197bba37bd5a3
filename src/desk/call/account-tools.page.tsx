import { english } from '#modules/councils';
import { Link } from '#ui';
import { shortDay } from '../../doors/when.ts';
import type { CallPageProps } from './call-page-props.ts';

/** The line that they rang, with its words; where it is for accounts, what to do stands with it. */
export function LineNote({ view }: CallPageProps) {
  const { contact, directory } = view;
  const line = directory.config.contactPoints.get(contact.contactPoint ?? '');
  if (!line || line.slug === directory.config.profile.settings.mainContactPoint) return null;
  return (
    <div class="fd-notice">
      <p class="govuk-body">
        They rang <strong>{english(line.name)}</strong>
        {line.greeting ? <>. Say: “{english(line.greeting)}”</> : null}
      </p>
      {line.about === 'account' && !view.customer ? (
        <p class="govuk-body">
          Find or register them first. Then set an account up or send them the way in. If they began to register and got
          stuck, they may be among <Link href="/desk/registrations">registrations</Link>.
        </p>
      ) : null}
    </div>
  );
}

/** The customer's own account, with the way to help them into it. */
export function AccountTools({ view }: CallPageProps) {
  const { contact, account, now, zone } = view;
  if (!view.customer || contact.wrappedAt) return null;
  const href = `/desk/contacts/${contact.id}/account`;
  const used = account?.lastInAt ? `last in ${shortDay(account.lastInAt, zone, now)}` : 'not used yet';
  return (
    <p class="govuk-body" id="call-account">
      {account ? `My Account: ${used}. ` : 'No account online. '}
      <Link href={href}>{account ? 'They cannot get in: send them the way in' : 'Set one up with them'}</Link>
    </p>
  );
}
