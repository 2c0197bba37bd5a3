import type { CaseView } from '#modules/cases';
import type { Journey } from '#modules/contacts';
import { type CostSet, english } from '#modules/councils';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, Filters, Link, ScrollRegion, Select, Table } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';
import { ACT_WORDS, CAUSE_WORDS, CHANNEL_WORDS } from '../words.ts';

interface JourneyPageProps {
  shell: DeskShell;
  view: CaseView;
  directory: Directory;
  chosen: CostSet;
  journey: Journey;
  now: Date;
}

/** Every contact about a case with what it cost, from the chosen set of unit costs. */
export function JourneyPage({ shell, view, directory, chosen, journey, now }: JourneyPageProps) {
  const { costSets, profile } = directory.config;
  const path = `/desk/cases/${view.reference}`;
  return (
    <DeskPage {...shell} title={`What ${view.reference} has cost`}>
      <p class="govuk-body">
        <Link href={path}>
          {view.reference}: {view.title}
        </Link>
      </p>
      <h1 class="govuk-heading-l">What it has cost in contacts: {totalOf(journey)}</h1>
      <Filters action={`${path}/journey`}>
        <Select
          name="costs"
          label="Set of unit costs"
          value={chosen.slug}
          items={[...costSets.values()].map(({ slug, name, dated }) => ({
            value: slug,
            text: `${english(name)} (${dated})`,
          }))}
        />
      </Filters>
      {journey.lines.length === 0 ? (
        <EmptyState title="Nobody has been in contact about it" />
      ) : (
        <ScrollRegion label="Contacts with their cost">
          <Table
            head={['When', 'Channel', 'About', 'Avoidable', { text: 'Cost', numeric: true }]}
            rows={journey.lines.map((line) => [
              shortWhen(line.at, profile.zone, now),
              `${CHANNEL_WORDS[line.channel as keyof typeof CHANNEL_WORDS]} ${line.direction}, ${line.handled === 'person' ? 'by a person' : 'automatic'}`,
              line.acts.map((act) => (ACT_WORDS as Record<string, string>)[act] ?? act).join(', '),
              line.avoidableCause ? (CAUSE_WORDS[line.avoidableCause] ?? line.avoidableCause) : '',
              { text: pounds(line.pence), numeric: true },
            ])}
          />
        </ScrollRegion>
      )}
      <p class="fd-mute">
        Source: {chosen.source}. A contact about several cases is shown whole on each of them. This is not a saving that
        can be cashed.
      </p>
    </DeskPage>
  );
}

function totalOf({ total }: Journey): string {
  return total.isComplete ? pounds(total.pence) : `${pounds(total.pence)} and what has no price in this set`;
}

function pounds(pence: number | null): string {
  return pence === null ? 'no price' : `£${(pence / 100).toFixed(2)}`;
}
