import type { FastifyRequest } from 'fastify';
import { type CouncilConfig, type CouncilIdentity, councilConfig } from '#modules/councils';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { CouncilFace } from '#ui';
import { councilFace } from '../council-face.ts';
import { sayHours } from './say-hours.ts';

const NAV = [
  { text: 'Services', href: '/services' },
  { text: 'Track a report', href: '/track' },
  { text: 'What we promise', href: '/charter' },
  { text: 'Contact us', href: '/contact' },
];
const FOOTER = [
  { text: 'Contact us', href: '/contact' },
  { text: 'What we promise', href: '/charter' },
  { text: 'How we did', href: '/performance' },
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Staff sign in', href: '/desk' },
];

/** Put what every public page shows around its content on the request. */
export function publicShell(deps: Deps) {
  const faces = new Map<string, { revision: number; face: CouncilFace }>();
  return async (request: FastifyRequest): Promise<void> => {
    const { council } = request;
    const kept = faces.get(council.id);
    const face = kept?.revision === council.revision ? kept.face : await publicFace(deps, council);
    if (face !== kept?.face) faces.set(council.id, { revision: council.revision, face });
    const path = request.url.split('?')[0] ?? '/';
    request.publicShell = { council: face, path, lang: 'en', signInHref: '/account/sign-in', ...personOf(request) };
  };
}

/** The desk's own sign-in pages have no resident. */
function personOf(request: Partial<Pick<FastifyRequest, 'account'>>) {
  const { account } = request;
  return account ? { person: { name: account.name, href: '/account' } } : {};
}

async function publicFace({ db, isDemo }: Deps, council: CouncilIdentity): Promise<CouncilFace> {
  const config = await inCouncil(db, council.id, (tx) => councilConfig(tx, council.id, council.revision));
  return { ...councilFace(council, isDemo), ...phoneOf(config), nav: NAV, footer: FOOTER };
}

/** The number in the footer of every page, with the hours of the line that it rings. */
function phoneOf({ profile, contactPoints, calendars }: CouncilConfig) {
  const point = contactPoints.get(profile.settings.mainContactPoint);
  const calendar = point && calendars.get(point.hours);
  return { phone: profile.phone, ...(calendar && { phoneHours: sayHours(calendar) }) };
}
