import type { RoundPlan } from '#modules/places';
import type { TeamPlan } from '#modules/staff';
import type { Council } from './council.ts';

/** The teams and partners of a folder as `staff` keeps them. */
export function teamPlans({ teams, partners }: Council): TeamPlan[] {
  return [
    ...teams.map(({ slug, name, inbox, manager, cover }) => ({
      slug,
      name: name.en,
      kind: 'team' as const,
      inbox,
      phone: null,
      manager,
      cover,
    })),
    ...partners.map(({ slug, name, email, phone }) => ({
      slug,
      name: name.en,
      kind: 'partner' as const,
      inbox: email,
      phone,
      manager: null,
      cover: null,
    })),
  ];
}

const ISO_WEEKDAYS = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 } as const;

/** The rounds of a folder as `places` keeps them. */
export function roundPlans({ rounds }: Pick<Council, 'rounds'>): RoundPlan[] {
  return rounds.map(({ slug, name, day, outBy, usuallyDone, containers, everyWeeks, first }) => ({
    slug,
    name: name.en,
    weekday: ISO_WEEKDAYS[day],
    outBy,
    usuallyDone,
    containers,
    everyWeeks,
    first,
  }));
}
