import { type Standard, serviceCatalogue } from '#modules/services';
import type { Tx } from '#platform/db';
import { type ClockSpec, clockSpec } from './clock/clock-spec.ts';
import type { PromiseWords } from './what-is-promised.ts';

/** The version of a standard that is in force, as far as a promise needs it. */
export interface StandardVersion {
  readonly slug: string;
  readonly version: number;
  /** acknowledge, answer, visit, make-safe, complete, decide */
  readonly kind: string;
  /** What is promised, as a sentence for the customer by language; the due time is said after it. */
  readonly what: PromiseWords;
  readonly spec: ClockSpec;
  readonly runsFrom: Standard['runsFrom'];
  /** The owner is warned when this share of the time has gone. */
  readonly warnShare: number;
}

/** The current version of each standard named; one that the council does not have is missing from the answer. */
export async function currentStandards(
  tx: Tx,
  councilId: string,
  slugs: readonly string[],
): Promise<Map<string, StandardVersion>> {
  const { standards } = await serviceCatalogue(tx, councilId);
  const found = slugs.flatMap((slug) => {
    const current = standards.get(slug);
    return current ? [[slug, fromStandard(current.standard, current.version)] as const] : [];
  });
  return new Map(found);
}

function fromStandard(standard: Standard, version: number): StandardVersion {
  const { slug, promise: kind, what, clock, runsFrom, warnAfter: warnShare } = standard;
  return { slug, version, kind, what: promiseWords(what), spec: clockSpec.parse(clock), runsFrom, warnShare };
}

function promiseWords(what: Standard['what']): PromiseWords {
  return { ...Object.fromEntries(Object.entries(what).filter(([, words]) => words !== undefined)), en: what.en };
}
