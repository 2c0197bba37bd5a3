import { join } from 'node:path';
import { type CostSet, councilConfig, councilOfSlug } from '#modules/councils';
import { systemClock } from '#platform/clock';
import { closeDb, inCouncil, openDb } from '#platform/db';
import { createLog } from '#platform/log';
import { openDatabase } from '../house.ts';
import { type Command, type CommandLine, print } from './command.ts';
import { databaseOfItsOwn } from './database-of-its-own.ts';
import { playJourneys } from './journeys/play-journeys.ts';
import { COST_SET, type PlayedJourney } from './journeys/played.ts';
import { machineToken } from './machine-token.ts';
import { startServerProcess } from './server-process.ts';

export const journeysCommand: Command = {
  name: 'journeys',
  usage: '[--json]',
  summary: "Play the strategies' persona journeys, old and new, through the public doors, and price them",
  help: 'They are played on a Frontdoor of their own with a fresh database, which is dropped by the next run.\nPrices are those of Barking and Dagenham 2009. The difference is no cashable saving.',
  flags: { json: { type: 'boolean' } },
  async run(line) {
    const database = await openDatabase(line.config, createLog(line.config.logLevel));
    try {
      const url = await databaseOfItsOwn(database.url, { name: 'frontdoor_journeys', isFresh: true });
      const played = await playInProcess(line, url);
      print(line.flags['json'] === true ? JSON.stringify(played, null, 2) : played.map(inWords).join('\n\n'));
      return played.every(({ ok }) => ok) ? 0 : 1;
    } finally {
      await database.stop();
    }
  },
};

async function playInProcess(line: CommandLine, url: string): Promise<PlayedJourney[]> {
  const [token, costSet] = [await machineToken(url, 'journeys'), await costSetOf(url)];
  const server = await startServerProcess({
    databaseUrl: url,
    dataDir: join(line.config.dataDir, 'journeys'),
    roles: 'web,worker',
  });
  try {
    return await playJourneys({ port: server.port, token, costSet, clock: systemClock });
  } finally {
    await server.stop();
  }
}

async function costSetOf(url: string): Promise<CostSet> {
  const db = openDb({ url, max: 1 });
  try {
    const council = await councilOfSlug(db, 'estuary');
    const config =
      council && (await inCouncil(db, council.id, (tx) => councilConfig(tx, council.id, council.revision)));
    const costSet = config?.costSets.get(COST_SET);
    if (!costSet) throw new Error(`the demonstration council has no cost set ${COST_SET}`);
    return costSet;
  } finally {
    await closeDb(db);
  }
}

function inWords(played: PlayedJourney): string {
  const { journey, variant, steps, avoidableContacts, promises, ok } = played;
  return [
    `${journey}, ${variant}: ${ok ? 'went as told' : 'DID NOT GO AS TOLD'}`,
    ...steps.map(({ who, what, channel, pence }) => `  ${priced(pence).padStart(8)}  ${who}: ${what} (${channel})`),
    ...promises.map(({ what, due, outcome }) => `  promise   ${what}, by ${due}: ${outcome ?? 'open'}`),
    `  played ${priced(played.pence)}, the document's lines ${priced(played.documentPence)}, stated ${priced(played.statedPence)}; avoidable contacts: ${avoidableContacts}`,
  ].join('\n');
}

const priced = (pence: number | null): string => (pence === null ? 'no price' : `£${(pence / 100).toFixed(2)}`);
