import type { AccountActor } from '#modules/accounts';
import { type AwardView, awardsOf, grantedOf, upcoming } from '#modules/awards';
import { type CaseLine, todayOf } from '#modules/cases';
import { isApplication } from '#modules/services';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { Directory } from '../directory.ts';
import type { Mine } from './whats-mine.ts';

/** What the council pays somebody, and what it has said yes to without dates yet. */
export interface Payments {
  awards: (AwardView & { reference: string })[];
  /** Granted, but the system that pays has not said when. */
  waiting: CaseLine[];
  /** The soonest over all awards. */
  next: { on: string; pence: number } | null;
  /** The council's calendar day. */
  today: string;
}

interface Whose {
  account: AccountActor;
  mine: Mine;
  directory: Directory;
}

/** Of the requests that somebody made for themselves, or that are about them: a landlord's copy shows no payments. */
export async function paymentsOf(tx: Tx, { clock }: Deps, { account, mine, directory }: Whose): Promise<Payments> {
  const { councilId } = account;
  const own = mine.cases.filter(({ roles }) => roles.includes('requester') || roles.includes('subject'));
  const caseIds = own.map(({ id }) => id);
  const shown = (await awardsOf(tx, councilId, caseIds)).filter(({ isShown }) => isShown);
  const today = await todayOf(tx, clock, councilId);
  const undated = own.filter((line) => pays(directory, line) && shown.every(({ caseId }) => caseId !== line.id));
  const granted = await grantedOf(
    tx,
    councilId,
    undated.map(({ id }) => id),
  );
  const referenceOf = (caseId: string) => own.find(({ id }) => id === caseId)?.reference ?? '';
  const coming = shown.flatMap(({ payments }) => upcoming(payments, today).next ?? []);
  return {
    awards: shown.map((award) => ({ ...award, reference: referenceOf(award.caseId) })),
    waiting: undated.filter(({ id }) => granted.has(id)),
    next: coming.sort((one, other) => one.on.localeCompare(other.on))[0] ?? null,
    today,
  };
}

function pays({ catalogue }: Directory, { serviceSlug }: CaseLine): boolean {
  const service = catalogue.services.get(serviceSlug)?.service;
  return service !== undefined && isApplication(service) && service.pays === true;
}
