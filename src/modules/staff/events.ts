import type { DomainEvent } from '#platform/outbox';

type StaffEvent = 'staff.joined' | 'staff.moved' | 'staff.left';

/** Somebody joined, changed roles or teams, or left. Ids only: a subscriber reads the rest afresh. */
export function staffEvent(type: StaffEvent, staffId: string): DomainEvent {
  return { type, subjectType: 'staff', subjectId: staffId };
}
