import { randomBytes } from 'node:crypto';
import { addStaff, type Role } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { newId } from '#platform/ids';

export interface TestCouncil {
  id: string;
  /** The Host that its requests carry. */
  host: string;
}

/** A council of a test's own, beside the demonstration: set up as that one is, with nobody and nothing in it. */
export async function aCouncil(
  { db, clock }: Deps,
  slug = `test-${randomBytes(4).toString('hex')}`,
): Promise<TestCouncil> {
  const id = newId(clock);
  const host = `${slug}.example`;
  await db.pool.query('insert into councils (id, slug, name, hosts, created_at) values ($1, $2, $3, $4, $5)', [
    id,
    slug,
    `${slug} Council`,
    [host],
    clock.now(),
  ]);
  await db.pool.query(SETTLE, [id, slug, `${slug} Council`, [host]]);
  return { id, host };
}

const SETTLE = `
  insert into council_documents (council_id, kind, slug, version, hash, body, source, is_current, made_at, made_by)
  select $1, kind, case kind when 'profile' then $2 else slug end, version, hash,
    case kind when 'profile' then body || jsonb_build_object('slug', $2::text, 'name', $3::text, 'hosts', $4::text[]) else body end,
    source, is_current, made_at, made_by
  from council_documents where council_id = (select id from councils where slug = 'estuary') and is_current`;

export interface TestMember {
  staffId: string;
  slug: string;
  /** Path of the one-time link. */
  link: string;
}

/** Somebody who has been added and not yet followed the link. */
export async function anInvited(
  { db, clock }: Deps,
  { id }: TestCouncil,
  { email = 'ada@estuary.example', name = 'Ada Mensah', roles = ['adviser'] as readonly Role[] } = {},
): Promise<TestMember> {
  const added = await inCouncil(db, id, (tx) =>
    addStaff(tx, clock, systemActor(id), { email, name, jobTitle: 'Customer service officer', roles }),
  );
  if (!added.ok) throw new Error(added.refusal);
  return { staffId: added.staffId, slug: added.slug, link: `/desk/invitations/${added.invitation.token}` };
}

/** A person of a demonstration, who is signed in by `person=<slug>`. */
export async function aDemonstrator(
  deps: Deps,
  council: TestCouncil,
  given: { email?: string; name?: string; roles?: readonly Role[] } = {},
): Promise<TestMember> {
  const member = await anInvited(deps, council, given);
  await deps.db.pool.query('update staff_members set is_demonstration = true where council_id = $1 and id = $2', [
    council.id,
    member.staffId,
  ]);
  return member;
}
