import type { StraightThrough } from '#modules/handovers';
import { ScrollRegion, Table } from '#ui';

interface StraightThroughProps {
  lines: readonly StraightThrough[];
  /** Names by slug. */
  services: ReadonlyMap<string, string>;
  days: number;
}

/** How much went straight through, by service: the share with no officer's hand in it. */
export function StraightThroughTable({ lines, services, days }: StraightThroughProps) {
  if (lines.length === 0) return null;
  return (
    <ScrollRegion label="Straight through">
      <Table
        caption={`Straight through: ended in the last ${days} days without an officer`}
        captionSize="s"
        head={[
          'Service',
          { text: 'Ended', numeric: true },
          { text: 'Without an officer', numeric: true },
          { text: 'Share', numeric: true },
        ]}
        rows={lines.map(({ service, ended, straight }) => [
          services.get(service) ?? service,
          { text: String(ended), numeric: true },
          { text: String(straight), numeric: true },
          { text: `${Math.round((straight / ended) * 100)}%`, numeric: true },
        ])}
      />
    </ScrollRegion>
  );
}
