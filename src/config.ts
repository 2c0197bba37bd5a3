import { z } from 'zod';
import { type HandOverConfig, handOverConfig } from './hand-over-config.ts';
import { type OneLoginConfig, oneLoginConfig } from './one-login-config.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  ROLES: z
    .string()
    .default('web,worker')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['web', 'worker'])).min(1)),
  DEMO: z.enum(['0', '1', 'exposed']).optional(),
  DEFAULT_COUNCIL: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  TRUST_PROXY: flag.default(false),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.email().optional(),
  NOTIFY_API_KEY: z.string().optional(),
  NOTIFY_URL: z.url().optional(),
  NOTIFY_EMAIL_TEMPLATE: z.uuid().optional(),
  NOTIFY_SMS_TEMPLATE: z.uuid().optional(),
  NOTIFY_LETTER_TEMPLATE: z.uuid().optional(),
  NOTIFY_CALLBACK_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  CLAMD_HOST: z
    .string()
    .regex(/^[\w.-]+(:\d{1,5})?$/, 'must be a host, or a host with its port: clamd.internal:3310')
    .optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
});

export interface Config {
  port: number;
  host: string;
  publicUrl: string;
  dataDir: string;
  /** Undefined: the embedded database in `dataDir`. */
  databaseUrl: string | undefined;
  roles: ('web' | 'worker')[];
  demo: 'off' | 'on' | 'exposed';
  defaultCouncil: string | undefined;
  logLevel: string;
  trustProxy: boolean;
  /** Undefined: one is made once and kept in `dataDir`. */
  secret: string | undefined;
  smtp: { url: string; from: string } | undefined;
  notify:
    | {
        apiKey: string;
        url: string;
        emailTemplate: string | undefined;
        smsTemplate: string | undefined;
        letterTemplate: string | undefined;
      }
    | undefined;
  /** What GOV.UK Notify sends with its delivery receipts; undefined: none are taken. */
  notifyCallbackToken: string | undefined;
  oidc: { issuer: string; clientId: string; clientSecret: string | undefined } | undefined;
  /** GOV.UK One Login for residents. */
  oneLogin: OneLoginConfig | undefined;
  handOver: HandOverConfig;
  /** Where ClamAV's daemon listens; undefined: files are not scanned. */
  clamd: { host: string; port: number } | undefined;
}

type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

/**
 * Read the environment: the only place that does.
 * Each problem names the variable, what was given and what is accepted; secrets are never repeated.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): ConfigResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map((issue) => problemOf(issue, given)) };
  const values = parsed.data;
  const handOver = handOverConfig(given, values.DATA_DIR);
  const oneLogin = oneLoginConfig(given);
  const problems = [...halfGiven(values), ...handOver.problems, ...oneLogin.problems];
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, config: { ...toConfig(values, handOver.config), oneLogin: oneLogin.config } };
}

type Values = z.infer<typeof Environment>;

function toConfig(values: Values, handOver: HandOverConfig): Omit<Config, 'oneLogin'> {
  const demo = demoMode(values);
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/+$/, ''),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    roles: values.ROLES,
    demo,
    defaultCouncil: values.DEFAULT_COUNCIL ?? (demo === 'off' ? undefined : 'estuary'),
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
    secret: values.SECRET,
    smtp: values.SMTP_URL && values.MAIL_FROM ? { url: values.SMTP_URL, from: values.MAIL_FROM } : undefined,
    notify: notifyOf(values),
    notifyCallbackToken: values.NOTIFY_CALLBACK_TOKEN,
    oidc:
      values.OIDC_ISSUER && values.OIDC_CLIENT_ID
        ? { issuer: values.OIDC_ISSUER, clientId: values.OIDC_CLIENT_ID, clientSecret: values.OIDC_CLIENT_SECRET }
        : undefined,
    handOver,
    clamd: clamdOf(values.CLAMD_HOST),
  };
}

const CLAMD_PORT = 3310;

function clamdOf(given: string | undefined): Config['clamd'] {
  if (given === undefined) return undefined;
  const [host = '', port] = given.split(':');
  return { host, port: port === undefined ? CLAMD_PORT : Number(port) };
}

function notifyOf(values: Values): Config['notify'] {
  if (!values.NOTIFY_API_KEY) return undefined;
  return {
    apiKey: values.NOTIFY_API_KEY,
    url: values.NOTIFY_URL ?? 'https://api.notifications.service.gov.uk',
    emailTemplate: values.NOTIFY_EMAIL_TEMPLATE,
    smsTemplate: values.NOTIFY_SMS_TEMPLATE,
    letterTemplate: values.NOTIFY_LETTER_TEMPLATE,
  };
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

// Anyone who can reach a demonstration may sign in as anybody, so away from loopback it takes an unmistakable word.
function demoMode({ DEMO, HOST, DATABASE_URL }: Values): Config['demo'] {
  const onLoopback = LOOPBACK.includes(HOST);
  if (DEMO === 'exposed') return onLoopback ? 'on' : 'exposed';
  if (DEMO === '0' || !onLoopback) return 'off';
  return DEMO === '1' || DATABASE_URL === undefined ? 'on' : 'off';
}

function halfGiven(values: Values): string[] {
  const problems: string[] = [];
  if (values.SMTP_URL && !values.MAIL_FROM)
    problems.push('MAIL_FROM is missing: SMTP_URL needs the address that mail comes from');
  if (values.DEMO === '1' && !LOOPBACK.includes(values.HOST)) {
    problems.push(
      `DEMO is "1" while HOST is "${values.HOST}": anyone there could sign in as anybody; use DEMO=exposed if you mean it, or DEMO=0`,
    );
  }
  if (values.OIDC_ISSUER && !values.OIDC_CLIENT_ID) problems.push('OIDC_CLIENT_ID is missing: OIDC_ISSUER needs it');
  return problems;
}

const SECRET_NAMES = /SECRET|KEY|TOKEN|URL$/;

function problemOf(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const value = SECRET_NAMES.test(name) ? '(not shown)' : `"${given[name] ?? ''}"`;
  return `${name} is ${value}: ${issue.message}`;
}
