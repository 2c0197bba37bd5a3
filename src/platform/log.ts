import { pino } from 'pino';

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Logs go to standard error as JSON lines and hold no personal data: ids, routes, counts and error classes. */
export function createLog(level: string): Logger & { level: string } {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['req.headers', 'body', '*.email', '*.phone', '*.name', '*.address'], censor: '[kept out]' },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}

export const silentLog: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
