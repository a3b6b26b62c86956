import { type DestinationStream, type Logger, pino } from 'pino';

/** Fields that never reach the log, wherever they stand in an entry. */
const secretFields = [
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'password',
  'secret',
  'code',
];

/** The process's log: one JSON line an entry, on standard output unless told otherwise. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const paths = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const options = { level, base: null, redact: { paths, censor: '[hidden]' } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
