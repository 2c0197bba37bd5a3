import type { CouncilFace } from '#ui';

export const ESTUARY: CouncilFace = {
  name: 'Estuary Borough Council',
  phone: '01375 960 123',
  phoneHours: 'Monday to Friday, 8am to 6pm',
  nav: [
    { text: 'Services', href: '/services' },
    { text: 'Track a report', href: '/track' },
    { text: 'How we are doing', href: '/performance' },
  ],
  footer: [
    { text: 'Contact us', href: '/contact' },
    { text: 'Accessibility', href: '/accessibility' },
    { text: 'Our promises', href: '/promises' },
    { text: 'Privacy', href: '/privacy' },
  ],
  phase: { tag: 'Demonstration', text: 'This council is not real. Nothing you send here reaches anybody.' },
};

export const page = { council: ESTUARY, signInHref: '/sign-in' } as const;
