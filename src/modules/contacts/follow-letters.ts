import { asOwner, inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { Transport } from '#platform/transports';
import { takeReceipt } from './take-receipt.ts';
import './tables.ts';

const ASK_AGAIN_HOURS = 6;
const FOLLOWED_DAYS = 60;
const MOST_AT_ONCE = 200;

/** Ask the provider what became of letters that it took: nobody tells us by itself. One that cannot be asked waits. */
export async function followLetters(deps: Deps): Promise<void> {
  const { letter: transport } = deps.transports;
  const ask = transport?.fateOf?.bind(transport);
  if (!transport || !ask) return;
  for (const letter of await asOwner(deps.db, (tx) => nextToAsk(tx, deps, transport))) await follow(deps, letter, ask);
}

type Ask = NonNullable<Transport['fateOf']>;

interface Followed {
  council_id: string;
  id: string;
  provider: string | null;
  provider_id: string | null;
}

async function follow({ db, clock, log }: Deps, letter: Followed, ask: Ask): Promise<void> {
  const { council_id: councilId, id: messageId, provider, provider_id: providerId } = letter;
  if (provider === null || providerId === null) return;
  await inCouncil(db, councilId, (tx) => askLater(tx, letter, clock.now()));
  try {
    const fate = await ask(providerId);
    const isDelivered = fate.is === 'on-its-way' ? undefined : fate.is === 'delivered';
    const reason = fate.is === 'failed' ? fate.reason : null;
    await takeReceipt(db, clock, { messageId, provider, providerId, isDelivered, reason });
  } catch (error) {
    log.warn({ messageId, error: String(error) }, 'the provider could not be asked about a letter');
  }
}

/** `due_at` of a message that has gone says when its provider is asked next. */
function nextToAsk(tx: Tx, { clock }: Deps, { name }: Transport): Promise<Followed[]> {
  const now = clock.now();
  return tx
    .selectFrom('messages')
    .select(['council_id', 'id', 'provider', 'provider_id'])
    .where('channel', '=', 'letter')
    .where('state', '=', 'sent')
    .where('provider', '=', name)
    .where('provider_id', 'is not', null)
    .where('sent_at', '>', new Date(now.getTime() - FOLLOWED_DAYS * 86_400_000))
    .where((eb) => eb.or([eb('due_at', 'is', null), eb('due_at', '<=', now)]))
    .orderBy('sent_at')
    .limit(MOST_AT_ONCE)
    .execute();
}

async function askLater(tx: Tx, { council_id, id }: Followed, now: Date): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ due_at: new Date(now.getTime() + ASK_AGAIN_HOURS * 3_600_000) })
    .where('council_id', '=', council_id)
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .execute();
}
