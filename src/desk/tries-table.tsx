import { ScrollRegion, Table } from '#ui';
import { shortWhen } from '../doors/when.ts';

interface TriesTableProps {
  caption: string;
  /** Said where there was no try yet. */
  none: string;
  tries: readonly {
    number: number;
    at: Date;
    settledAt: Date;
    /** What came of it, in words. */
    outcome: string;
    reason: string | null;
  }[];
  zone: string;
  now: Date;
}

/** Each time that something was tried outside the house: a message, a hand-over. */
export function TriesTable({ caption, none, tries, zone, now }: TriesTableProps) {
  if (tries.length === 0) return <p class="fd-mute">{none}</p>;
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionSize="s"
        head={['Try', 'Began', 'Ended', 'What came of it', 'Why']}
        rows={tries.map(({ number, at, settledAt, outcome, reason }) => [
          String(number),
          shortWhen(at, zone, now),
          shortWhen(settledAt, zone, now),
          outcome,
          { text: reason ?? '', class: 'fd-wrap' },
        ])}
      />
    </ScrollRegion>
  );
}
