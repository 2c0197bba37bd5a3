import type { Config } from '#config';
import { type MessageTransports, noTransports } from '#platform/transports';

/** The ways out that the environment names. A channel without one keeps its messages in the outbox, "not sent". */
export function transportsOf(_config: Config): MessageTransports {
  return noTransports;
}
