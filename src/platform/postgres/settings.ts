/** PostgreSQL's own names and values, as in postgresql.conf. */
export type Settings = Record<string, string | number>;

/**
 * For one small machine that also runs the web server. What is not named keeps PostgreSQL's default.
 * Nothing is logged that could hold personal data: no statement, no parameter, no detail of a refused row.
 */
export const DEFAULTS: Settings = {
  listen_addresses: '127.0.0.1',
  // A socket's path may have 107 bytes at most, and a data folder is often deeper. No socket, no limit.
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '128MB',
  synchronous_commit: 'on',
  // Parallel plans need /dev/shm, of which a container has 64 MB, and the second core serves pages.
  max_parallel_workers_per_gather: 0,
  jit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** The command line that carries these settings to the server. */
export const asArguments = (settings: Settings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
