import path from 'node:path';
import { Email, Scope } from '@ringdesk/shared';
import { z } from 'zod';
import { readOutsideScopes } from './service-clients/outside-scopes.ts';
import { StartRefused } from './start-refused.ts';

const whole = (least: number, most: number, example: string) =>
  z.coerce
    .number({ error: `expected a whole number from ${least} to ${most}, such as ${example}` })
    .int(`expected a whole number, such as ${example}`)
    .min(least, `expected at least ${least}, such as ${example}`)
    .max(most, `expected at most ${most}, such as ${example}`);
const amount = (least: number, most: number, example: string) =>
  z.coerce
    .number({ error: `expected a number from ${least} to ${most}, such as ${example}` })
    .min(least, `expected at least ${least}, such as ${example}`)
    .max(most, `expected at most ${most}, such as ${example}`);
const onOff = z.enum(['on', 'off'], { error: 'expected on or off' });

const Environment = z.object({
  PORT: whole(0, 65_535, '4400').default(4400),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://desk.example.com' })
    .optional(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'expected an address such as postgresql://user:password@db.example.com:5432/ringdesk',
    })
    .optional(),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'expected an address such as redis://cache.example.com:6379' })
    .optional(),
  DATA_DIR: z.string().min(1).default('.ringdesk'),
  SECRET: z
    .string()
    .min(32, 'expected at least 32 characters, such as the output of: openssl rand -hex 32')
    .optional(),
  DEMO: onOff.default('off'),
  SIMULATOR: onOff.default('off'),
  SIMULATOR_SEED: whole(0, 4_294_967_295, '7').optional(),
  SIMULATOR_CALLS_PER_MINUTE: amount(0.1, 6000, '6').default(6),
  SIMULATOR_SPEED: amount(0.1, 1000, '1').default(1),
  REPLAY: z.string().min(1).optional(),
  OFFER_SECONDS: amount(1, 600, '15').default(15),
  VANISHED_SECONDS: amount(1, 600, '15').default(15),
  WRAP_UP_SECONDS: amount(1, 3600, '60').default(60),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'expected an address such as smtps://user:password@mail.example.com:465',
    })
    .optional(),
  MAIL_FROM: z.string().min(3).max(200).default('Ringdesk <desk@localhost>'),
  ADMIN_EMAIL: Email.optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .pipe(
      z.array(
        z.union(
          [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
          'expected addresses or networks such as 10.0.0.7, 192.168.0.0/16',
        ),
      ),
    )
    .optional(),
  OUTSIDE_ISSUER: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://you.eu.auth0.com/' })
    .optional(),
  OUTSIDE_JWKS_URL: z
    .url({
      protocol: /^https?$/,
      error: 'expected an address such as https://you.eu.auth0.com/.well-known/jwks.json',
    })
    .optional(),
  OUTSIDE_AUDIENCE: z
    .string()
    .min(1)
    .max(200, 'expected at most 200 characters, such as https://desk.example.com/api')
    .optional(),
  OUTSIDE_SCOPES: z
    .string()
    .max(2000)
    .refine(
      (setting) => readOutsideScopes(setting) !== null,
      `expected pairs such as calls:read=read-records,calls:write=ingest-calls; ours are ${Scope.options.join(', ')}`,
    )
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'expected trace, debug, info, warn, error or silent',
    })
    .default('info'),
});

export interface Config {
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl: string | null };
  readonly database: { readonly url: string | null; readonly dataDir: string };
  /** Joins several nodes; null for one node alone. */
  readonly redisUrl: string | null;
  /** Null until one is made and kept in the data directory. */
  readonly secret: string | null;
  readonly isDemo: boolean;
  readonly mail: {
    /** Null where no mail leaves the machine. */
    readonly smtpUrl: string | null;
    readonly from: string;
    /** Mails are kept and shown at /dev/mail: in development without SMTP_URL. */
    readonly isKept: boolean;
  };
  readonly accounts: {
    /** The address that becomes admin; null: the first verified account does. */
    readonly adminEmail: string | null;
  };
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** An outside issuer of tokens for programs, or null. `scopes` as given: `theirs=ours`, separated by commas. */
  readonly outsideIssuer: {
    readonly issuer: string;
    readonly jwksUrl: string;
    readonly audience: string;
    readonly scopes: string;
  } | null;
  readonly simulator: {
    readonly isOn: boolean;
    readonly seed: number | null;
    readonly callsPerMinute: number;
    readonly speed: number;
  };
  /** A file or folder with recorded conversations to play, or null. */
  readonly replay: string | null;
  readonly routing: {
    readonly offerSeconds: number;
    readonly vanishedSeconds: number;
    readonly wrapUpSeconds: number;
  };
  readonly logLevel: string;
}

/** Reads the environment once. Throws `StartRefused` with one line for each problem: name, what is wrong, an example. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(set);
  const problems = parsed.success
    ? [...productionProblems(parsed.data), ...outsideProblems(parsed.data)]
    : [...new Set(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`))];
  if (!parsed.success || problems.length > 0) throw new StartRefused(problems.join('\n'));
  const env = parsed.data;
  return Object.freeze({
    http: { host: env.HOST, port: env.PORT, publicUrl: env.PUBLIC_URL ?? null },
    database: { url: env.DATABASE_URL ?? null, dataDir: path.resolve(env.DATA_DIR) },
    redisUrl: env.REDIS_URL ?? null,
    secret: env.SECRET ?? null,
    isDemo: env.DEMO === 'on',
    mail: {
      smtpUrl: env.SMTP_URL ?? null,
      from: env.MAIL_FROM,
      isKept: env.SMTP_URL === undefined && env.PUBLIC_URL === undefined,
    },
    accounts: { adminEmail: env.ADMIN_EMAIL ?? null },
    trustedProxies: env.TRUSTED_PROXIES ?? [],
    outsideIssuer: outsideIssuer(env),
    simulator: {
      isOn: env.SIMULATOR === 'on',
      seed: env.SIMULATOR_SEED ?? null,
      callsPerMinute: env.SIMULATOR_CALLS_PER_MINUTE,
      speed: env.SIMULATOR_SPEED,
    },
    replay: env.REPLAY ?? null,
    routing: {
      offerSeconds: env.OFFER_SECONDS,
      vanishedSeconds: env.VANISHED_SECONDS,
      wrapUpSeconds: env.WRAP_UP_SECONDS,
    },
    logLevel: env.LOG_LEVEL,
  });
}

/** The environment of this process. */
export function processConfig(): Config {
  return readConfig(process.env);
}

function outsideIssuer(env: z.infer<typeof Environment>): Config['outsideIssuer'] {
  const { OUTSIDE_ISSUER: issuer, OUTSIDE_AUDIENCE: audience, OUTSIDE_SCOPES: scopes = '' } = env;
  if (issuer === undefined || audience === undefined) return null;
  const jwksUrl = env.OUTSIDE_JWKS_URL ?? new URL('.well-known/jwks.json', issuer).href;
  return { issuer, audience, jwksUrl, scopes };
}

/** A public address means production: no demo doors, and secrets are given, not made. */
function productionProblems(env: z.infer<typeof Environment>): string[] {
  if (env.PUBLIC_URL === undefined) return [];
  const problems: string[] = [];
  if (env.SECRET === undefined)
    problems.push('SECRET: required with PUBLIC_URL, such as the output of: openssl rand -hex 32');
  if (env.DEMO === 'on')
    problems.push('DEMO: must be off with PUBLIC_URL, since demo people have no password');
  return problems;
}

/** Without an audience a token that was made for somebody else would do; without an issuer the others mean nothing. */
function outsideProblems(env: z.infer<typeof Environment>): string[] {
  const { OUTSIDE_ISSUER: issuer, OUTSIDE_AUDIENCE: audience } = env;
  if (issuer !== undefined && audience === undefined)
    return ['OUTSIDE_AUDIENCE: required with OUTSIDE_ISSUER, such as https://desk.example.com/api'];
  const isUseless =
    issuer === undefined &&
    [audience, env.OUTSIDE_JWKS_URL, env.OUTSIDE_SCOPES].some((it) => it !== undefined);
  return isUseless
    ? ['OUTSIDE_ISSUER: required with the other OUTSIDE_ variables, such as https://you.eu.auth0.com/']
    : [];
}
