import type { Role } from './actor.ts';

/** Roles as people read them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  adviser: 'Adviser',
  specialist: 'Specialist',
  floorwalker: 'Floorwalker',
  partner: 'Partner',
  'team-manager': 'Team manager',
  'service-owner': 'Service owner',
  'complaints-officer': 'Complaints officer',
  administrator: 'Administrator',
  councillor: 'Councillor',
};
