import { sendMessage } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { councilCalendars } from '#modules/promises';
import { systemActor } from '#platform/actor';
import { isWorkingDay, localMoment } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import { asOwner, inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { type NotArrived, notArrived } from './not-arrived.ts';
import './tables.ts';

/**
 * Write to each team, once on each working day of its own and not before the council's hour, what has not arrived where it
 * should go. Nothing is written to a team for which nothing waits.
 */
export async function tellNotArrived({ db, clock }: Deps): Promise<void> {
  const councils = await asOwner(db, (tx) =>
    tx
      .selectFrom('hand_overs')
      .select('council_id')
      .distinct()
      .where((eb) => eb.or([eb('state', '=', 'waiting'), eb('attention', 'is not', null)]))
      .execute(),
  );
  for (const { council_id } of councils) await inCouncil(db, council_id, (tx) => tellTeams(tx, clock, council_id));
}

async function tellTeams(tx: Tx, clock: Clock, councilId: string): Promise<void> {
  const { dailyList, destinations, teams } = await councilConfig(tx, councilId);
  if (!dailyList) return;
  const waiting = await notArrived(tx, clock, councilId);
  const { calendars, zone } = await councilCalendars(tx, councilId);
  const now = clock.now();
  const { date, hour, minute } = localMoment(zone, now);
  const isTime = `${pad(hour)}:${pad(minute)}` >= dailyList.at;
  const teamOf = ({ destination }: NotArrived): string => destinations.get(destination)?.team ?? '';
  for (const slug of new Set(waiting.map(teamOf))) {
    const team = teams.get(slug);
    const list = waiting.filter((one) => teamOf(one) === slug);
    const calendar = team && calendars[team.hours];
    if (!team || !calendar || !isTime || !isWorkingDay(calendar, now)) continue;
    await sendMessage(tx, clock, systemActor(councilId), {
      key: `hand-overs:${slug}:${date}`,
      template: dailyList.template,
      channel: 'email',
      to: { name: team.name.en, email: team.inbox },
      variables: {
        team: team.name.en,
        left: list.map(inWords).join('; '),
        track: '/desk/hand-overs?state=not-arrived',
      },
    });
  }
}

function inWords({ name, count, oldestDays }: NotArrived): string {
  const age = oldestDays === 0 ? 'since today' : `the oldest for ${oldestDays} ${oldestDays === 1 ? 'day' : 'days'}`;
  return `${count} for ${name}, ${age}`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
