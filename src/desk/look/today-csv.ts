import { DAY_SETS, type DayFigures, type DayRows } from '#modules/insight';
import { CHANNEL_WORDS } from '../words.ts';
import { SET_WORDS } from './today-words.ts';

/** The figures of a day, one a line: what it is, how many, and its cost where it has one. */
export function figuresAsCsv(figures: DayFigures): string[][] {
  const { date, contacts, total, costSet } = figures;
  const head = ['Date', 'What', 'Channel', 'Direction', 'Number', 'Pence', 'Every one priced', 'Cost set'];
  const line = (channel: string, direction: string, priced: DayFigures['total'] | DayFigures['contacts'][number]) => [
    date,
    'contacts',
    channel,
    direction,
    String(priced.count),
    priced.pence === null ? '' : String(priced.pence),
    priced.isComplete ? 'yes' : 'no',
    costSet.slug,
  ];
  const sets = DAY_SETS.filter((set) => set !== 'contacts');
  return [
    head,
    ...contacts.map((one) => line(one.channel, one.direction, one)),
    line('all', '', total),
    ...sets.map((set) => [date, SET_WORDS[set], '', '', String(figures[set]), '', '', '']),
  ];
}

/** The rows behind a number. Times in UTC, money in pence, nobody's name but the staff's. */
export function rowsAsCsv(found: DayRows): string[][] {
  switch (found.of) {
    case 'contacts':
      return [
        ['At', 'Channel', 'Direction', 'Handled', 'By', 'About', 'Cases', 'Avoidable', 'Pence'],
        ...found.rows.map((row) => [
          row.at.toISOString(),
          CHANNEL_WORDS[row.channel as keyof typeof CHANNEL_WORDS],
          row.direction,
          row.handled,
          row.staff ?? '',
          row.about.join(' '),
          row.references.join(' '),
          row.avoidableCause ?? '',
          row.pence === null ? '' : String(row.pence),
        ]),
      ];
    case 'cases':
      return [
        ['At', 'Reference', 'Service', 'Team', 'Channel', 'State'],
        ...found.rows.map((row) => [row.at.toISOString(), row.reference, row.title, row.team, row.channel, row.stage]),
      ];
    case 'promises':
      return [
        ['Decided', 'Reference', 'Promise', 'Team', 'Due'],
        ...found.rows.map((row) => [
          row.at.toISOString(),
          row.reference ?? '',
          row.what,
          row.team ?? '',
          row.dueAt.toISOString(),
        ]),
      ];
  }
}
