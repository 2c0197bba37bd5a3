import type { MarkKey, MarkLine } from '#modules/contacts';
import { english } from '#modules/councils';
import { describeDue } from '#modules/promises';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, Link, Pagination, PromiseBadge, ScrollRegion, Table } from '#ui';
import { shortDay } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';
import { CHANNEL_WORDS } from '../words.ts';

interface MarksProps {
  shell: DeskShell;
  marks: readonly MarkLine[];
  next: MarkKey | null;
  /** References by id of the cases that are marked. */
  references: ReadonlyMap<string, string>;
  directory: Directory;
  now: Date;
}

/** What the reader's teams have to acknowledge and answer, the next due first. */
export function MarksPage({ shell, marks, next, references, directory, now }: MarksProps) {
  const { zone } = directory.config.profile;
  const [first] = marks;
  return (
    <DeskPage {...shell} title="Marks" nextHref={first && `/desk/marks/${first.id}`}>
      <h1 class="govuk-heading-l">Marks</h1>
      <p class="govuk-body">
        Complaints, requests for information, claims and the like, with the teams that you are in. Each has its own
        promise: work on a case does not answer what was said about it.
      </p>
      {marks.length === 0 ? (
        <EmptyState title="Nothing waits for your teams">A mark is set on a call or on the page of a case.</EmptyState>
      ) : (
        <ScrollRegion label="Open marks">
          <Table
            head={['What', 'About', 'Next due', 'Acknowledged', 'Set', 'Team']}
            rows={marks.map((mark) => [
              <Link key="what" href={`/desk/marks/${mark.id}`}>
                {markName(directory, mark.mark)}
              </Link>,
              { text: aboutWords(mark, references), class: 'fd-wrap' },
              <Due key="due" due={mark.nextDueAt} zone={zone} now={now} />,
              mark.acknowledgedAt ? shortDay(mark.acknowledgedAt, zone, now) : 'Not yet',
              shortDay(mark.at, zone, now),
              mark.teamName,
            ])}
          />
        </ScrollRegion>
      )}
      {next ? <Pagination next={{ href: `/desk/marks?after=${next.dueAt.getTime()}.${next.id}` }} /> : null}
    </DeskPage>
  );
}

function Due({ due, zone, now }: { due: Date | null; zone: string; now: Date }) {
  if (!due) return <>no date</>;
  return <PromiseBadge state={due < now ? 'missed' : 'on-time'}>{describeDue(due, zone, now)}</PromiseBadge>;
}

function aboutWords({ caseId, contact }: MarkLine, references: ReadonlyMap<string, string>): string {
  if (caseId) return `Case ${references.get(caseId) ?? ''}`;
  return contact ? `${CHANNEL_WORDS[contact.channel]}: ${contact.summary ?? 'nothing noted'}` : '';
}

/** A mark by the name that the council gives it. */
export function markName({ config }: Directory, mark: string): string {
  const found = [...config.marks.values()].find((one) => one.mark === mark);
  return found ? english(found.name) : mark;
}
