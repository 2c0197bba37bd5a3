import type { ClamdAddress } from './clamd.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db.ts';
import type { FileStore } from './file-store.ts';
import type { FetchWorld } from './guarded-target.ts';
import type { Logger } from './log.ts';
import type { MessageTransports } from './transports.ts';

/** A provider of identities (OpenID Connect), and how this installation is known there. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  /** How we show the provider who asks. Neither: a public client. */
  clientSecret?: string | undefined;
  /** PKCS#8 or SEC1 PEM of an RSA or P-256 key, for `private_key_jwt` (OpenID Connect Core 1.0, 9). */
  privateKey?: { pem: string; keyId: string | undefined } | undefined;
  /** Default: `openid email profile`. */
  scope?: string;
  /** The levels of confidence of which one is asked for (`vtr`, RFC 8485); an answer with another one is refused. */
  levels?: readonly string[];
  /** Default: 5. */
  timeoutSeconds?: number;
}

/** What the operator allows and gives to hand-overs; where they go is the council's own to say. */
export interface HandOverSettings {
  /** The variables whose names begin with HANDOVER_: addresses and secrets, by their names. */
  values: Readonly<Record<string, string>>;
  /** Where a webhook may be sent. */
  world: FetchWorld;
  /** The folder below which files are dropped. */
  folder: string;
}

/** What a route or a task handler is given by the composition root. Tests give the same, with a movable clock. */
export interface Deps {
  db: Db;
  clock: Clock;
  log: Logger;
  files: FileStore;
  transports: MessageTransports;
  /** Address of the front door as residents see it, without a slash at the end. */
  publicUrl: string;
  /** 32 bytes: seals second-factor secrets and signs what leaves with a visitor. */
  secret: Buffer;
  /** Demonstration people may sign in with one press. */
  isDemo: boolean;
  /** What GOV.UK Notify sends with its delivery receipts. Null: none are taken. */
  notifyCallbackToken: string | null;
  /** Null: staff sign in with a password and a second factor alone. */
  oidc: OidcSettings | null;
  /** GOV.UK One Login for residents. Null: nothing of it is shown. */
  oneLogin: OidcSettings | null;
  handOver: HandOverSettings;
  /** Who looks at what is sent to us for viruses. Null: nobody, and every file says so. */
  clamd: ClamdAddress | null;
}
