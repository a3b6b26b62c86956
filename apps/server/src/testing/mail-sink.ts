import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** What the provider does with the next mails. `drop` takes the whole mail and hangs up without a word. */
export type Mood =
  | 'takes'
  | 'refuses to talk'
  | 'says later'
  | 'says never'
  | 'knows no such recipient'
  | 'stalls before a word'
  | 'stalls after the mail'
  | 'drops after the mail';

export interface TakenMail {
  /** As the envelope says, whatever the letter pretends. */
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
}

/** A provider of mail on this machine, for real: what it answered with 250 is in `taken`. */
export interface MailSink {
  readonly url: string;
  readonly taken: TakenMail[];
  /** Mails that came whole, also those that were not taken. */
  readonly seen: () => number;
  mood: Mood;
  /** Called when a mail was taken, right before it is answered. */
  onTaken: () => Promise<void> | void;
  close(): Promise<void>;
}

export async function openMailSink(port = 0): Promise<MailSink> {
  let seen = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    // What stalls is ended by the test, not by waiting for it.
    closeTimeout: 100,
    logger: false,
    onConnect(_session, callback) {
      if (sink.mood === 'refuses to talk') return callback(answer(421, 'come back later'));
      if (sink.mood !== 'stalls before a word') callback();
    },
    onRcptTo(_address, _session, callback) {
      callback(sink.mood === 'knows no such recipient' ? answer(550, 'no such mailbox') : null);
    },
    onData(stream, session, callback) {
      const take = async () => {
        const raw = await readAll(stream);
        seen += 1;
        if (sink.mood === 'says later') return callback(answer(451, 'try again later'));
        if (sink.mood === 'says never') return callback(answer(554, 'no such mails here'));
        if (sink.mood === 'stalls after the mail') return;
        if (sink.mood === 'drops after the mail') return hangUp(session.id);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        sink.taken.push({ to, raw, mail: await PostalMime.parse(raw) });
        await sink.onTaken();
        callback(null);
      };
      // A client that dies in the middle of a mail.
      take().catch(() => undefined);
    },
  });
  server.on('error', () => undefined);
  const hangUp = (sessionId: string) => {
    for (const connection of server.connections as Set<{ id: string; close(): void }>)
      if (connection.id === sessionId) connection.close();
  };
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', () => resolve()));
  const { port: opened } = server.server.address() as AddressInfo;
  const sink: MailSink = {
    url: `smtp://127.0.0.1:${opened}`,
    taken: [],
    seen: () => seen,
    mood: 'takes',
    onTaken: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sink;
}

function answer(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

async function readAll(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}
