import { seal, unseal } from '#platform/seal';

const PLACE = 'message-code';

/** Seal a code for `sendMessage`, so that neither the outbox nor a back-up shows it. */
export function sealMessageCode(secret: Buffer, code: string): Buffer {
  return seal(secret, PLACE, code);
}

/** The code again, for the message as it leaves. */
export function openMessageCode(secret: Buffer, sealed: Buffer | null): string | undefined {
  return sealed ? unseal(secret, PLACE, sealed) : undefined;
}
