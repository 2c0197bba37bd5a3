import { setTimeout as pause } from 'node:timers/promises';
import { type Caller, chaseByPhone, reportByPhone } from './calls.ts';
import { accept, complete, jobInQueue } from './crew.ts';
import { kayInDocument } from './document.ts';
import { type Act, type CaseRead, type JourneyRead, type PlayedJourney, played, readJourney } from './played.ts';
import type { World } from './world.ts';

const KAY: Caller = {
  name: 'Kay Whitlock',
  house: '7',
  postcode: 'RM9 6HR',
  phone: '0306 999 0411',
  email: 'kay.whitlock@mail.example',
};

/**
 * One call, two job sheets, one question by phone how it is going, the work done, and a closing message. Nobody presses
 * "close": the service closes by itself once all of its work is shown done.
 */
export async function playKayNew(world: World): Promise<PlayedJourney> {
  const { machine, adviser } = world;
  const reported = await reportByPhone(adviser, KAY);
  const { reference, contactId } = reported;
  const [bin, street] = await Promise.all([
    jobInQueue(machine, { team: 'waste', slug: 'collect', reference }),
    jobInQueue(machine, { team: 'street-care', slug: 'clean-street', reference }),
  ]);
  const acts: Act[] = [
    act('Kay', 'Rings, is checked, and is told what happens and by when', 'phone', { contactId, inDocument: true }),
    // The document prices this as an internal email. Here it is a job sheet, which is no contact and costs nothing.
    act('Frontdoor', `Sends two job sheets: ${bin.title}; ${street.title}`, 'job', { inDocument: true }),
  ];
  await Promise.all([accept(machine, bin), accept(machine, street)]);
  acts.push(act('Crews', 'Accept both jobs', 'job'));
  const chased = await chaseByPhone(adviser, KAY, reported);
  acts.push(act('Kay', 'Rings to ask how it is going, and hears it at once', 'phone', { contactId: chased }));
  await complete(machine, bin, 'Bin emptied and put back');
  acts.push(act('Waste crew', 'Empties the bin', 'job'));
  await complete(machine, street, 'Swept, photo attached');
  acts.push(act('Street crew', 'Cleans the street, with a photo', 'job'));
  acts.push(act('Frontdoor', 'Sees that all work is shown done, and closes the case', 'case'));
  acts.push(...(await messagesTo(world, reference)));
  const document = kayInDocument.new;
  return await played(world, { variant: 'new', reference, acts, document, isAsTold });
}

function act(who: string, what: string, channel: string, more: Partial<Act> = {}): Act {
  return { who, what, channel, inDocument: false, ...more };
}

const CLOSING = 'done';
const TRIES = 100;

/** What Frontdoor wrote to her by itself, once the closing message is among it: a worker sends it soon, not at once. */
async function messagesTo({ machine }: World, reference: string): Promise<Act[]> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const messages = automatic(await readJourney(machine, reference));
    if (messages.some(({ acts }) => acts.includes(CLOSING))) return messages.map(messageAct);
    await pause(200);
  }
  throw new Error(`no closing message for ${reference} was written`);
}

const automatic = ({ lines }: JourneyRead) =>
  lines.filter(({ direction, handled }) => direction === 'out' && handled === 'automatic');

function messageAct({ contactId, channel, acts }: JourneyRead['lines'][number]): Act {
  return act('Frontdoor', `Writes to her by itself: ${acts.join(', ')}`, channel, { contactId });
}

/** Done, both promises kept and told to her, and a closing message among what she got. */
function isAsTold({ ending, promises }: CaseRead, journey: JourneyRead): boolean {
  const isKept = promises.length > 0 && promises.every(({ outcome }) => outcome === 'kept');
  return ending === 'done' && isKept && automatic(journey).some(({ acts }) => acts.includes(CLOSING));
}
