import type { ReachableBy } from '#modules/customers';

type MessageChannel = 'email' | 'sms' | 'letter';

/** Where a message goes, as the caller knows it: a customer on record, what was given for this case alone, or both. */
export interface Recipient {
  customerId?: string | null | undefined;
  name?: string | null | undefined;
  email?: string | null | undefined;
  /** As typed or E.164. */
  phone?: string | null | undefined;
}

export interface Destination {
  channel: MessageChannel;
  address: string;
  name: string | null;
}

export interface KnownWays {
  clusterId: string | null;
  name: string | null;
  email: string | null;
  mobile: string | null;
  post: string | null;
  preferred: ReachableBy['preferred'];
}

const USUAL_ORDER: readonly MessageChannel[] = ['email', 'sms', 'letter'];

/**
 * The channel that the recipient asked for, where the template can be sent that way and we know how; otherwise email,
 * text, letter, in this order. Null where there is no way to tell them: somebody has to telephone.
 */
export function chooseChannel(
  ways: KnownWays,
  allowed: readonly MessageChannel[],
  asked?: MessageChannel,
): Destination | null {
  const preferred = ways.preferred === 'phone' ? null : ways.preferred;
  const order = [asked, preferred, ...USUAL_ORDER];
  for (const channel of order) {
    if (!channel || !allowed.includes(channel)) continue;
    const address = addressFor(ways, channel);
    if (address) return { channel, address, name: ways.name };
  }
  return null;
}

function addressFor(ways: KnownWays, channel: MessageChannel): string | null {
  if (channel === 'email') return ways.email;
  return channel === 'sms' ? ways.mobile : ways.post;
}
