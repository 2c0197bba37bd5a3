/** A message as a provider needs it. The body is text that we wrote and escaped; nothing in it is markup. */
export interface OutgoingMessage {
  id: string;
  channel: 'email' | 'sms' | 'letter';
  to: string;
  toName: string | null;
  subject: string | null;
  body: string;
  /** Address that a reply reaches: the named officer's team inbox. */
  replyTo: string | null;
  fromName: string;
  /** 1 on the first try. On a later one a provider may have taken the message already: ask before sending again. */
  attempt: number;
}

export type SendResult =
  | { ok: true; provider: string; providerId: string | null }
  /** `again`: worth another try later; otherwise the message has failed for good. */
  | { ok: false; provider: string; again: boolean; reason: string };

/** What became of a message that a provider took: still on the way, there, or never. */
export type Fate = { is: 'on-its-way' } | { is: 'delivered' } | { is: 'failed'; reason: string };

export interface Transport {
  readonly name: string;
  send(message: OutgoingMessage): Promise<SendResult>;
  /** Ask what became of a message, where the provider does not say so by itself. Throws where it cannot be asked. */
  fateOf?(providerId: string): Promise<Fate>;
}

/** No transport for a channel means that its messages are held in the outbox, which says "not sent". */
export interface MessageTransports {
  email: Transport | null;
  sms: Transport | null;
  letter: Transport | null;
}

export const noTransports: MessageTransports = { email: null, sms: null, letter: null };
