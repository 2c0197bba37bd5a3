// How this back office pays: every four weeks on a Monday, after the four weeks are over. A real system has its own rules.
const DAY = 86_400_000;
const WEEKS = 4;
const PAYMENTS = 6;

/**
 * What is paid for a claim: six payments of four weeks, from the Monday after `day`.
 *
 * @param weekly pence a week
 * @param to whom: customer, landlord or council-tax
 * @param day an instant of the day on which it is awarded
 */
export function awardFrom({ service, weekly, to, revision, day }) {
  const start = mondayAfter(day);
  const weeks = (count) => new Date(start.getTime() + count * 7 * DAY);
  return {
    revision,
    name: service.name,
    amount: { pence: weekly, per: 'week' },
    from: iso(start),
    payments: Array.from({ length: PAYMENTS }, (_, index) => ({
      on: iso(weeks((index + 1) * WEEKS)),
      pence: weekly * WEEKS,
      to: { kind: to },
      from: iso(weeks(index * WEEKS)),
      until: iso(new Date(weeks((index + 1) * WEEKS).getTime() - DAY)),
    })),
  };
}

function mondayAfter(day) {
  const midnight = new Date(`${iso(day)}T00:00:00Z`);
  const ahead = (8 - midnight.getUTCDay()) % 7 || 7;
  return new Date(midnight.getTime() + ahead * DAY);
}

const iso = (day) => day.toISOString().slice(0, 10);
