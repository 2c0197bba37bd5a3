import type { MachineRole, Role } from './actor.ts';

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

export const MACHINE_ROLE_NAMES: Readonly<Record<MachineRole, string>> = {
  'api-read': 'Read by the API',
  'api-write': 'Read and write by the API',
  open311: 'Open311 client',
};
