import type { WorklistRow } from '#modules/cases';
import { describeDue } from '#modules/promises';
import { Button, Form, Link, PromiseBadge, ScrollRegion, Table, Tag } from '#ui';
import { shortDay } from '../../doors/when.ts';

interface CaseTableProps {
  rows: readonly WorklistRow[];
  /** The reader may tick cases and write to the people of all of them at once. */
  canTick: boolean;
  zone: string;
  now: Date;
}

const HEAD = ['Case', 'Service', 'Where', 'Due', 'Owner', 'Since'];

/** Cases in rows. Ticked ones go on by GET: nothing is done by ticking, and the choice has an address. */
export function CaseTable({ rows, canTick, zone, now }: CaseTableProps) {
  if (!canTick) {
    return (
      <ScrollRegion label="Cases">
        <Table class="fd-stack" head={HEAD} rows={rows.map((row) => cells(row, zone, now))} />
      </ScrollRegion>
    );
  }
  return (
    <Form action="/desk/work/many" method="get">
      <ScrollRegion label="Cases">
        <Table
          class="fd-stack"
          head={[{ text: <span class="govuk-visually-hidden">Tick</span> }, ...HEAD]}
          rows={rows.map((row) => [<Tick key="tick" row={row} />, ...cells(row, zone, now)])}
        />
      </ScrollRegion>
      <div class="fd-buttons">
        <Button look="secondary">Write to the ticked ones</Button>
        <Link href="/desk/work/many">Write to all of a service, team or ward</Link>
      </div>
    </Form>
  );
}

function Tick({ row: { id, reference } }: { row: WorklistRow }) {
  return (
    <label class="fd-tick">
      <input type="checkbox" name="case" value={id} />
      <span class="govuk-visually-hidden">Tick {reference}</span>
    </label>
  );
}

function cells(row: WorklistRow, zone: string, now: Date) {
  return [
    <Link key="case" href={`/desk/cases/${row.reference}`}>
      {row.reference}
    </Link>,
    { text: <Title row={row} />, class: 'fd-wrap' },
    { text: row.place ?? '', class: 'fd-wrap' },
    <Due key="due" row={row} zone={zone} now={now} />,
    row.owner ?? 'Nobody yet',
    shortDay(row.openedAt, zone, now),
  ];
}

function Title({ row }: { row: WorklistRow }) {
  return (
    <>
      {row.title} {row.isEscalated ? <Tag colour="purple">with the manager</Tag> : null}
      {row.reopenedCount > 0 ? <Tag colour="orange">not fixed before</Tag> : null}
    </>
  );
}

function Due({ row, zone, now }: { row: WorklistRow; zone: string; now: Date }) {
  if (row.stage === 'waiting')
    return <PromiseBadge state="waiting">for the {row.waitingFor ?? 'customer'}</PromiseBadge>;
  if (!row.nextDueAt) return <>no date</>;
  return (
    <PromiseBadge state={row.isOverdue ? 'missed' : 'on-time'}>{describeDue(row.nextDueAt, zone, now)}</PromiseBadge>
  );
}
