import type { CouncilDocument, DocumentKind } from '#modules/councils';
import type { Council } from './council.ts';

/** A council's folder as the documents that are kept of it, a version each. People are not among them. */
export function documentsOf(council: Council): CouncilDocument[] {
  const lists: readonly [DocumentKind, readonly { slug: string }[]][] = [
    ['profile', [council.profile]],
    ['calendar', council.calendars],
    ['site', council.sites],
    ['skill', council.skills],
    ['team', council.teams],
    ['partner', council.partners],
    ['contact-point', council.contactPoints],
    ['cost-set', council.costSets],
    ['standard', council.standards],
    ['container', council.containers],
    ['round', council.rounds],
    ['mark', council.marks.map((mark) => ({ slug: mark.mark, ...mark }))],
    ['incident-kind', council.incidents],
    ['template', council.templates],
    ['destination', council.destinations],
    ['daily-list', council.dailyList ? [{ slug: 'daily-list', ...council.dailyList }] : []],
    ['service', council.services],
  ];
  return lists.flatMap(([kind, list]) => list.map((body) => ({ kind, slug: body.slug, body })));
}
