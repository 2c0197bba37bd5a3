import type { FastifyReply, FastifyRequest } from 'fastify';
import { may, type StaffActor, staffOf } from '#modules/staff';
import type { Deps } from '#platform/deps';
import { formToken } from '#platform/http/shell';
import { Form } from '#ui';
import { councilFace } from '../council-face.ts';

const FIRST_NAV = [
  { text: 'Today', href: '/desk/today' },
  { text: 'Work', href: '/desk/work' },
];
const DECISIONS_NAV = { text: 'Decisions', href: '/desk/decisions' };
const NAV = [
  { text: 'Jobs', href: '/desk/jobs' },
  { text: 'Incidents', href: '/desk/incidents' },
  { text: 'Marks', href: '/desk/marks' },
  { text: 'Customers', href: '/desk/customers' },
  { text: 'Services', href: '/desk/services' },
  { text: 'Hand-overs', href: '/desk/hand-overs' },
  { text: 'Outbox', href: '/desk/outbox' },
];
const REVIEW_NAV = { text: 'To show', href: '/desk/review' };
const ACCOUNTS_NAV = { text: 'Registrations', href: '/desk/registrations' };
const FEEDBACK_NAV = { text: 'Feedback', href: '/desk/feedback' };
const ADMIN_NAV = { text: 'Admin', href: '/desk/admin' };

/** Put what every page of the desk shows around its content on the request. Runs after sign-in is known. */
export function deskShell({ isDemo }: Deps) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const staff = staffOf(request);
    request.deskShell = {
      council: { ...councilFace(request.council, isDemo), homeHref: '/desk' },
      path: request.url.split('?')[0] ?? '/desk',
      searchHidden: formToken(reply),
      nav: navOf(staff),
      person: {
        name: staff.name,
        role: staff.jobTitle,
        href: '/desk/session',
        signOut: <SignOut hidden={formToken(reply)} />,
      },
    };
    done();
  };
}

/** Everybody's places, and those that only some may open. */
function navOf(staff: StaffActor) {
  return [
    ...FIRST_NAV,
    ...(may(staff, 'work-cases') ? [DECISIONS_NAV] : []),
    ...NAV,
    ...(may(staff, 'review-public-text') ? [REVIEW_NAV] : []),
    ...(may(staff, 'set-up-accounts') ? [ACCOUNTS_NAV] : []),
    ...(may(staff, 'see-feedback') ? [FEEDBACK_NAV] : []),
    ...(staff.roles.includes('administrator') ? [ADMIN_NAV] : []),
  ];
}

function SignOut({ hidden }: { hidden: Record<string, string> }) {
  return (
    <Form action="/desk/session" hidden={hidden} class="fd-desk-bar__sign-out">
      <button type="submit" class="fd-link-button">
        Sign out
      </button>
    </Form>
  );
}
