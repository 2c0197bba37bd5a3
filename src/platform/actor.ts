/** Who does something, as the platform needs to know it: the audit and the outbox write no more than this. */
export interface ActorRef {
  readonly councilId: string;
  readonly type: 'staff' | 'customer' | 'public' | 'partner' | 'machine' | 'system';
  /** Null where nobody is known by name: an anonymous visitor, the system itself. */
  readonly id: string | null;
  /** As the audit shows it: "Ada Mensah", "resident online", "Open311 client FixMyStreet". */
  readonly name: string;
}

/** The council's own clockwork: due dates, reminders, disposal. */
export function systemActor(councilId: string): ActorRef & { readonly type: 'system' } {
  return { councilId, type: 'system', id: null, name: 'Frontdoor' };
}
