import { z } from 'zod';
import type { Tx } from '#platform/db';
import type { CaseService } from './case-service.ts';

const days = z.looseObject({ days: z.number() });
const storedProfile = z.looseObject({
  name: z.string(),
  zone: z.string(),
  settings: z.looseObject({
    notFixedWindow: days,
    repeatFailureWindow: days,
    templates: z.record(z.string(), z.string()).default({}),
  }),
});

/** What the council decided about its cases. */
export interface CaseRules {
  councilName: string;
  zone: string;
  /** "Not fixed" within so many days of the ending reopens the same case (F-19). */
  notFixedDays: number;
  /** The same failure at the same place within so many days is linked and escalated (F-32). */
  repeatFailureDays: number;
  /** The message of each moment, by slug of its template; a service may name its own. */
  templates: Readonly<Record<string, string>>;
}

/** The council's rules, with what the service says in place of them. */
export async function caseRules(tx: Tx, councilId: string, service?: CaseService): Promise<CaseRules> {
  const row = await tx
    .selectFrom('council_documents')
    .select('body')
    .where('council_id', '=', councilId)
    .where('kind', '=', 'profile')
    .where('is_current', '=', true)
    .executeTakeFirstOrThrow(() => new Error('this council has no profile'));
  const { name, zone, settings } = storedProfile.parse(row.body);
  return {
    councilName: name,
    zone,
    notFixedDays: service?.followUp.notFixedDays ?? settings.notFixedWindow.days,
    repeatFailureDays: service?.followUp.repeatFailureDays ?? settings.repeatFailureWindow.days,
    templates: { ...settings.templates, ...service?.templates },
  };
}
