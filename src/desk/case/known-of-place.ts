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
  const rules = await collectionRules(tx, councilId, { view, directory });
  const collections = [];
  for (const one of await nextCollections(tx, clock, { councilId, uprn, zone })) {
    const { container } = one;
    const state = rules ? await roundStateFor(tx, clock, { councilId, uprn, container }, rules) : null;
    collections.push({ ...one, state });
  }
  return {
    address: await addressByUprn(tx, councilId, uprn),
    markers: await markersAt(tx, clock, actor, { uprn, zone }),
    collections,
  };
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
