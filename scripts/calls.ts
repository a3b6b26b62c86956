// npm run calls: callers from a process of their own, which speaks to a server as a service client.
import './follow-parent.ts';
import { systemClock } from '../apps/server/src/edge/clock.ts';
import { type Access, fetchToken, keepToken } from '../apps/server/src/simulator/server-token.ts';
import { StartRefused } from '../apps/server/src/start-refused.ts';
import { runCommand, say } from './say.ts';

/** Told apart from a failure: everything is right, and there is nothing to do yet. */
const nothingToDo = 2;

await runCommand(async () => {
  const access = readAccess();
  const token = await keepToken({
    ask: () => fetchToken(access),
    clock: systemClock,
    random: Math.random,
    onTrouble: ({ message }) => say(message),
  });
  token.close();
  say(`Signed in at ${access.url}; this server has no door for calls yet, so nobody can ring there.`);
  return nothingToDo;
});

function readAccess(): Access {
  const {
    RINGDESK_URL: url,
    RINGDESK_CLIENT_ID: clientId,
    RINGDESK_CLIENT_SECRET: clientSecret,
  } = process.env;
  if (!url || !clientId || !clientSecret) {
    const all = { RINGDESK_URL: url, RINGDESK_CLIENT_ID: clientId, RINGDESK_CLIENT_SECRET: clientSecret };
    const missing = Object.entries(all).flatMap(([name, value]) => (value ? [] : [name]));
    throw new StartRefused(
      `Set ${missing.join(' and ')}: the address of the server, such as http://127.0.0.1:4400, and the service client that an admin made there with the scope ingest-calls.`,
    );
  }
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new StartRefused('RINGDESK_URL is no address; such as http://127.0.0.1:4400.');
  return { url, clientId, clientSecret, scope: 'ingest-calls' };
}
