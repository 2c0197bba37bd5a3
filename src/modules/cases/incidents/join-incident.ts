import { type Actor, isStaff, may } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publishCase } from '../publish-case.ts';
import { findIncident } from './find-incident.ts';

interface JoinIncident {
  /** Id or reference. */
  incident: string;
  contactId?: string | null;
  caseId?: string | null;
  customerId?: string | null;
  uprn?: number | null;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  /** The adviser has said it in the contact: no message is needed then. */
  wasTold?: boolean;
}

export type JoinIncidentResult =
  | { ok: true; memberId: string; isNew: boolean }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'ended' };

/** Attach a caller or an address to what is known already. The same person, address or call joins once. */
export async function joinIncident(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: JoinIncident,
): Promise<JoinIncidentResult> {
  if (!mayJoin(actor)) return { ok: false, refusal: 'not-allowed' };
  const incident = await findIncident(tx, actor.councilId, command.incident);
  if (!incident) return { ok: false, refusal: 'not-found' };
  if (incident.ended_at) return { ok: false, refusal: 'ended' };
  const member = memberRow(command);
  const known = await findMember(tx, incident, member);
  if (known) return { ok: true, memberId: known.id, isNew: false };
  const memberId = newId(clock);
  const now = clock.now();
  const wasTold = command.wasTold === true && isStaff(actor);
  const key = { council_id: incident.council_id, id: memberId, incident_id: incident.id };
  await tx
    .insertInto('incident_members')
    .values({ ...key, ...member, at: now, told_at: wasTold ? now : null })
    .execute();
  await publishCase(tx, clock, actor, { type: 'incident.joined', subjectId: incident.id, data: { memberId } });
  return { ok: true, memberId, isNew: true };
}

function mayJoin(actor: Actor): boolean {
  if (actor.type === 'partner') return false;
  if (actor.type === 'machine') return may(actor, 'write-api');
  return !isStaff(actor) || may(actor, 'work-cases');
}

function memberRow(command: JoinIncident) {
  const text = (given: string | null | undefined) => (given?.trim() ? given.trim() : null);
  return {
    contact_id: command.contactId ?? null,
    case_id: command.caseId ?? null,
    customer_id: command.customerId ?? null,
    uprn: command.uprn ?? null,
    name: text(command.name),
    email: text(command.email)?.toLowerCase() ?? null,
    phone: text(command.phone),
  };
}

type Member = ReturnType<typeof memberRow>;

async function findMember(tx: Tx, incident: { council_id: string; id: string }, member: Member) {
  const { contact_id, customer_id, email, phone, uprn, case_id } = member;
  const isPerson = Boolean(customer_id ?? email ?? phone);
  if (!isPerson && !uprn && !case_id && !contact_id) return undefined;
  return tx
    .selectFrom('incident_members')
    .select('id')
    .where('council_id', '=', incident.council_id)
    .where('incident_id', '=', incident.id)
    .where((eb) =>
      eb.or([
        ...(customer_id ? [eb('customer_id', '=', customer_id)] : []),
        ...(email ? [eb('email', '=', email)] : []),
        ...(phone ? [eb('phone', '=', phone)] : []),
        // Two people of one household are told each; an address or a case alone joins once.
        ...(uprn && !isPerson ? [eb('uprn', '=', uprn)] : []),
        ...(case_id && !isPerson && !uprn ? [eb('case_id', '=', case_id)] : []),
        // A caller who gave nothing is this call: a second press adds nobody.
        ...(contact_id && !isPerson ? [eb('contact_id', '=', contact_id)] : []),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
}
