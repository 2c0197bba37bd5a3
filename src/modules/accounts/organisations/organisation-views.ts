import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import type { AccountActor } from '../actor.ts';
import { type HelperView, helpersOf } from '../grant-views.ts';
import type { OrganisationKind } from '../tables.ts';
import { type OwnOrganisation, ownOrganisation } from './own-organisation.ts';

export interface OrganisationLine {
  /** The person's right to act for it. */
  grantId: string;
  name: string;
  role: 'owner' | 'user';
}

/** The organisations that somebody acts for, by name. */
export async function organisationsOf(tx: Tx, councilId: string, accountId: string): Promise<OrganisationLine[]> {
  const rows = await tx
    .selectFrom('account_grants as g')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'g.council_id').onRef('c.id', '=', 'g.customer_id'),
    )
    .select(['g.id as grantId', 'c.name', 'g.kind'])
    .where('g.council_id', '=', councilId)
    .where('g.account_id', '=', accountId)
    .where('g.kind', 'in', ['owner', 'user'])
    .where('g.accepted_at', 'is not', null)
    .where('g.ended_at', 'is', null)
    .orderBy('c.name')
    .execute();
  return rows.map(({ grantId, name, kind }) => ({ grantId, name, role: kind === 'owner' ? 'owner' : 'user' }));
}

export interface OrganisationFacts {
  kind: OrganisationKind;
  number: string | null;
  /** Its account was closed. */
  isClosed: boolean;
}

export interface OrganisationView extends OwnOrganisation, OrganisationFacts {
  /** Everybody who acts for it, and those who have not answered yet. */
  users: (HelperView & { isSelf: boolean })[];
}

/** An organisation as one of its people sees it; undefined for everybody else. */
export async function organisationView(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  grantId: string,
): Promise<OrganisationView | undefined> {
  const { councilId } = actor;
  const own = await ownOrganisation(tx, actor, grantId);
  const facts = own && (await organisationFacts(tx, councilId, own.clusterId));
  if (!facts) return undefined;
  const users = await helpersOf(tx, clock, councilId, own.clusterId);
  return { ...own, ...facts, users: users.map((user) => ({ ...user, isSelf: user.id === grantId })) };
}

/** What its owner said of an organisation that has (or had) an account; nobody has checked it. */
export async function organisationFacts(
  tx: Tx,
  councilId: string,
  clusterId: string,
): Promise<OrganisationFacts | undefined> {
  const row = await selectFacts.first(tx, { councilId, clusterId });
  return row && { kind: row.kind, number: row.number, isClosed: row.ended_at !== null };
}

const selectFacts = prepared((tx, { councilId, clusterId }: { councilId: string; clusterId: string }) =>
  tx
    .selectFrom('organisations as o')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'o.council_id').onRef('c.id', '=', 'o.customer_id'),
    )
    .select(['o.kind', 'o.number', 'o.ended_at'])
    .where('o.council_id', '=', councilId)
    .where('c.cluster_id', '=', clusterId)
    .orderBy('o.made_at', 'desc'),
);
