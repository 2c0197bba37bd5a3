import type { CouncilIdentity } from '#modules/councils';
import type { CouncilFace } from '#ui';
import { brandHref } from './brand.ts';

/** What every page shows of its council. */
export function councilFace(council: CouncilIdentity, isDemo: boolean): CouncilFace {
  return {
    name: council.name,
    homeHref: '/',
    brandHref: brandHref(council),
    ...(isDemo && {
      phase: { tag: 'Demonstration', text: 'This council is not real. Nothing you send here reaches anybody.' },
    }),
  };
}
