import type { Role } from '#modules/staff';

export const teams = [
  { slug: 'customer-services', name: 'Customer Services', kind: 'team', manager: 'grace' },
  { slug: 'waste', name: 'Waste', kind: 'team', manager: 'mina' },
  { slug: 'streets', name: 'Street Cleaning', kind: 'team', manager: 'mina' },
  { slug: 'highways', name: 'Highways', kind: 'team', manager: 'mina' },
  { slug: 'housing', name: 'Housing Repairs', kind: 'team', manager: 'grace' },
  { slug: 'harbour-repairs', name: 'Harbour Repairs', kind: 'partner', manager: null },
] as const;
export type TeamSlug = (typeof teams)[number]['slug'];

interface Person {
  slug: string;
  name: string;
  jobTitle: string;
  roles: Role[];
  teams: TeamSlug[];
}

export const people = [
  { slug: 'ada', name: 'Ada Mensah', jobTitle: 'Adviser', roles: ['adviser'], teams: ['customer-services'] },
  {
    slug: 'grace',
    name: 'Grace Bell',
    jobTitle: 'Manager',
    roles: ['team-manager'],
    teams: ['customer-services', 'housing'],
  },
  { slug: 'omar', name: 'Omar Said', jobTitle: 'Waste officer', roles: ['specialist'], teams: ['waste'] },
  { slug: 'mina', name: 'Mina Patel', jobTitle: 'Waste manager', roles: ['team-manager'], teams: ['waste', 'streets'] },
  { slug: 'rui', name: 'Rui Costa', jobTitle: 'Street cleaner', roles: ['specialist'], teams: ['streets'] },
  { slug: 'hal', name: 'Hal Wood', jobTitle: 'Highways inspector', roles: ['specialist'], teams: ['highways'] },
  { slug: 'pat', name: 'Pat Quill', jobTitle: 'Repairs planner', roles: ['partner'], teams: ['harbour-repairs'] },
] as const satisfies readonly Readonly<{
  [Key in keyof Person]: Person[Key] extends (infer Item)[] ? readonly Item[] : Person[Key];
}>[];
export type PersonSlug = (typeof people)[number]['slug'];
