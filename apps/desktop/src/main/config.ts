import { serverAddress } from './server-address.ts';

/** What the desktop app is told when it starts. */
export interface Config {
  readonly server: URL;
}

/** The one place of the desktop app that knows its arguments and its environment. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
}

const usualServer = 'http://127.0.0.1:4400';

/** Switches that open the app to whoever can start it: a debugger, foreign code, no sandbox, no web security. */
const dangerous =
  /^--?(inspect(-brk|-wait|-port|-publish-uid)?|remote-debugging-(port|pipe|address)|remote-allow-origins|js-flags|no-sandbox|disable-web-security|load-extension|renderer-cmd-prefix|gpu-launcher|host-rules|host-resolver-rules|ignore-certificate-errors.*)(=|$)/i;

/** Reads the config, or says in one sentence why the app will not start. */
export function readConfig(from: Surroundings): Config | { readonly problem: string } {
  const switchedOn = from.argv.slice(1).find((argument) => dangerous.test(argument));
  if (from.isPackaged && switchedOn !== undefined)
    return { problem: `Ringdesk does not start with ${switchedOn}. Start it without.` };
  const address = told(from) ?? usualServer;
  const server = serverAddress(address);
  if (server === null)
    return {
      problem: `RINGDESK_URL is “${address}”. It should be an origin such as https://desk.example.com.`,
    };
  return { server };
}

/** The argument `--ringdesk-url=…` wins over the variable RINGDESK_URL. */
function told({ argv, env }: Surroundings): string | undefined {
  const name = '--ringdesk-url=';
  const argument = argv.find((it) => it.startsWith(name))?.slice(name.length);
  return argument ?? (env['RINGDESK_URL'] || undefined);
}

/** The surroundings of this very process. */
export function surroundings(isPackaged: boolean): Surroundings {
  return { argv: process.argv, env: process.env, isPackaged };
}
