import { councilConfig } from '#modules/councils';
import type { Tx } from '#platform/db';
import type { CaseService } from './case-service.ts';

/** What the council decided about its cases. */
export interface CaseRules {
  zone: string;
  /** "Not fixed" within so many days of the ending reopens the same case (F-19). */
  notFixedDays: number;
  /** The same failure at the same place within so many days is linked and escalated (F-32). */
  repeatFailureDays: number;
  /** The message of each moment, by slug of its template; a service may name its own. */
  templates: Readonly<Record<string, string | undefined>>;
}

/** The council's rules, with what the service says in place of them. */
export async function caseRules(tx: Tx, councilId: string, service?: CaseService): Promise<CaseRules> {
  const { profile } = await councilConfig(tx, councilId);
  const { zone, settings } = profile;
  return {
    zone,
    notFixedDays: service?.followUp.notFixedDays ?? settings.notFixedWindow.days,
    repeatFailureDays: service?.followUp.repeatFailureDays ?? settings.repeatFailureWindow.days,
    templates: { ...settings.templates, ...service?.templates },
  };
}
