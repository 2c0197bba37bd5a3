import { Temporal } from 'temporal-polyfill';
import { firstContactAbout } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { instantOf, localDate } from '#modules/places';
import { sayDate } from '#modules/questions';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { CaseService } from './case-service.ts';
import { writeEntry } from './write-entry.ts';

interface Claim {
  caseId: string;
  service: CaseService;
  customerIds: readonly string[];
  /** The day on which it came on paper. */
  receivedOn?: string | undefined;
}

/**
 * Write down from which day a claim counts: the day of the first contact about it, where the form follows within the
 * service's months; else today. The officer and the customer read the same sentence, with what the day rests on.
 */
export async function writeClaimDay(tx: Tx, clock: Clock, actor: Actor, claim: Claim): Promise<void> {
  const { caseId, service, customerIds } = claim;
  if (service.kind !== 'application' || !service.claimFrom) return;
  const { firstContactWithinMonths: months, basis } = service.claimFrom;
  const { zone } = (await councilConfig(tx, actor.councilId)).profile;
  const today = claim.receivedOn ?? localDate(clock.now(), zone);
  const since = instantOf(Temporal.PlainDate.from(today).subtract({ months }).toString(), '00:00', zone);
  const about = { customerIds, serviceSlug: service.slug, since };
  const first = await firstContactAbout(tx, actor.councilId, about);
  const asked = first ? localDate(first, zone) : today;
  // The contact in which the paper is typed in comes after it.
  const isEarlier = asked < today;
  const claimDay = isEarlier ? asked : today;
  const why = isEarlier ? 'the day on which you first asked us about it' : 'the day on which we got it';
  await writeEntry(tx, clock, actor, {
    caseId,
    kind: 'claim-day',
    audience: 'customer',
    text: `This counts from ${sayDate(claimDay)}, ${why}.`,
    data: { claimDay, basis },
  });
}
