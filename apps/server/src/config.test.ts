import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const problemsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [];
  }
};

describe('the environment', () => {
  it('left empty gives a server for this machine alone, without demo people or simulator', () => {
    const config = readConfig({});
    expect(config.http).toEqual({ host: '127.0.0.1', port: 4400, publicUrl: null });
    expect(config.routing).toEqual({ offerSeconds: 15, vanishedSeconds: 15, wrapUpSeconds: 60 });
    expect([config.isDemo, config.simulator.isOn, config.database.url, config.redisUrl]).toEqual([
      false,
      false,
      null,
      null,
    ]);
  });

  it('treats a variable set to nothing like one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).http.port).toBe(4400);
  });

  it.each([
    ['PORT', 'eleven', /such as 4400/],
    ['PORT', '70000', /at most 65535/],
    ['DATABASE_URL', 'mysql://x', /postgresql:\/\//],
    ['REDIS_URL', 'http://x', /redis:\/\//],
    ['SECRET', 'short', /at least 32 characters/],
    ['DEMO', 'yes', /on or off/],
    ['SIMULATOR_CALLS_PER_MINUTE', 'many', /such as 6/],
    ['SIMULATOR_SEED', '-1', /at least 0/],
    ['OFFER_SECONDS', '0', /at least 1, such as 15/],
    ['PUBLIC_URL', 'desk.example.com', /https:\/\//],
    ['PUBLIC_URL', 'ftp://desk.example.com', /https:\/\//],
    ['SMTP_URL', 'mail.example.com:25', /smtps:\/\//],
    ['SMTP_URL', 'http://mail.example.com', /smtps:\/\//],
    ['ADMIN_EMAIL', 'the boss', /dana@example\.com/],
    ['TRUSTED_PROXIES', 'nginx', /10\.0\.0\.7/],
    ['TRUSTED_PROXIES', '10.0.0.7, everybody', /192\.168\.0\.0\/16/],
    ['TRUSTED_PROXIES', '10.0.0.0/33', /192\.168\.0\.0\/16/],
    ['TRUSTED_PROXIES', '10.0.0.7,', /192\.168\.0\.0\/16/],
    ['TRUSTED_PROXIES', '*', /192\.168\.0\.0\/16/],
    ['OUTSIDE_ISSUER', 'auth0', /https:\/\/you\.eu\.auth0\.com\//],
    ['OUTSIDE_JWKS_URL', 'file:///keys.json', /jwks\.json/],
    ['OUTSIDE_AUDIENCE', 'x'.repeat(201), /200/],
    ['OUTSIDE_SCOPES', 'calls:read=everything', /calls:read=read-records/],
    ['LOG_LEVEL', 'loud', /silent/],
  ])('with %s=%s is refused by name and with an example', (name, value, example) => {
    const [problem = ''] = problemsOf({ [name]: value });
    expect(problem.startsWith(`${name}: `)).toBe(true);
    expect(problem).toMatch(example);
  });

  it('is refused with one line for each problem', () => {
    expect(problemsOf({ PORT: 'x', DEMO: 'maybe', LOG_LEVEL: '1' })).toHaveLength(3);
  });

  it('with a public address must bring its secret and leave the demo people out', () => {
    const problems = problemsOf({ PUBLIC_URL: 'https://desk.example.com', DEMO: 'on' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['SECRET', 'DEMO']);
    expect(readConfig({ PUBLIC_URL: 'https://desk.example.com', SECRET: 's'.repeat(32) }).isDemo).toBe(false);
  });

  it('believes no proxy unless one is named', () => {
    expect(readConfig({}).trustedProxies).toEqual([]);
    const trustedProxies = ['10.0.0.7', '192.168.0.0/16', 'fd00::/8', '::1'];
    expect(readConfig({ TRUSTED_PROXIES: trustedProxies.join(', ') }).trustedProxies).toEqual(trustedProxies);
  });

  it('takes an outside issuer only with the audience that its tokens are for, and nothing of one without it', () => {
    const issuer = { OUTSIDE_ISSUER: 'https://you.eu.auth0.com/' };
    expect(problemsOf(issuer)).toEqual([
      'OUTSIDE_AUDIENCE: required with OUTSIDE_ISSUER, such as https://desk.example.com/api',
    ]);
    for (const name of ['OUTSIDE_AUDIENCE', 'OUTSIDE_JWKS_URL'])
      expect(problemsOf({ [name]: 'https://desk.example.com/api' })).toEqual([
        'OUTSIDE_ISSUER: required with the other OUTSIDE_ variables, such as https://you.eu.auth0.com/',
      ]);
    expect(readConfig({ ...issuer, OUTSIDE_AUDIENCE: 'desk' }).outsideIssuer).toEqual({
      issuer: issuer.OUTSIDE_ISSUER,
      audience: 'desk',
      jwksUrl: 'https://you.eu.auth0.com/.well-known/jwks.json',
      scopes: '',
    });
  });

  it.each(['', 'secret', 'changeme', 'x'.repeat(31)])(
    'with a public address and the secret "%s" stops the start',
    (SECRET) => {
      const problems = problemsOf({ PUBLIC_URL: 'https://desk.example.com', SECRET });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/^SECRET: .*openssl rand -hex 32/);
    },
  );
});
