import type { CaseView } from '#modules/cases';
import {
  type AddressView,
  addressByUprn,
  type CollectionRules,
  type MarkerView,
  markersAt,
  type NextCollections,
  nextCollections,
  type RoundState,
  roundStateFor,
} from '#modules/places';
import { councilCalendars } from '#modules/promises';
import { isReport } from '#modules/services';
import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { Directory } from '../../portal/directory.ts';

export interface KnownOfPlace {
  address: AddressView | undefined;
  markers: MarkerView[];
  /** Each container of a household with its next dates and, where the council counts a report window, how the last went. */
  collections: (NextCollections & { state: RoundState | null })[];
}

/** What Frontdoor knows at the address of a case; null where the case has no address of the gazetteer. */
export async function knownOfPlace(
  tx: Tx,
  { clock }: Deps,
  actor: StaffActor,
  { view, directory }: { view: CaseView; directory: Directory },
): Promise<KnownOfPlace | null> {
  const { uprn } = view.place;
  if (uprn === null) return null;
  const { councilId } = actor;
  const { zone } = directory.config.profile;
  const [address, markers, rules, ahead] = await Promise.all([
    addressByUprn(tx, councilId, uprn),
    markersAt(tx, clock, actor, { uprn, zone }),
    collectionRules(tx, councilId, { view, directory }),
    nextCollections(tx, clock, { councilId, uprn, zone }),
  ]);
  const collections = await Promise.all(
    ahead.map(async (one) => {
      const { container } = one;
      return { ...one, state: rules ? await roundStateFor(tx, clock, { councilId, uprn, container }, rules) : null };
    }),
  );
  return { address, markers, collections };
}

/** How long a missed collection may be reported: as the service of the case says, else as any of the council's says. */
async function collectionRules(
  tx: Tx,
  councilId: string,
  { view, directory }: { view: CaseView; directory: Directory },
): Promise<CollectionRules | undefined> {
  const all = [...directory.catalogue.services.values()].map(({ service }) => service).filter(isReport);
  const own = all.find(({ slug }) => slug === view.service.slug)?.window;
  const window = own ?? all.find((service) => service.window)?.window;
  if (!window) return undefined;
  const { calendars } = await councilCalendars(tx, councilId);
  const calendar = calendars[window.calendar];
  return calendar && { calendar, reportWorkingDays: window.workingDays };
}
