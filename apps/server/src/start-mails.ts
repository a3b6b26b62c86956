import type { Logger } from 'pino';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { keptMailer } from './mails/kept.adapter.ts';
import { createKeptMails, type KeptMails } from './mails/kept-mails.ts';
import type { Mailer } from './mails/mailer.ts';
import { createSending, type Sending } from './mails/send-mails.ts';
import { smtpMailer } from './mails/smtp.adapter.ts';
import { createWrite } from './mails/templates/write.ts';

interface MailParts extends Pick<App, 'db' | 'clock' | 'sealing'> {
  readonly config: Pick<Config, 'mail' | 'http'>;
  readonly log: Pick<Logger, 'warn'>;
  readonly onTrouble: (error: unknown) => void;
}

/** The way out that is configured, and where mails can be read that do not leave; null in production. */
export function startMails(parts: MailParts): { readonly sending: Sending; readonly kept: KeptMails | null } {
  const { db, clock, sealing, config, log, onTrouble } = parts;
  const write = createWrite(config.http.publicUrl);
  const mailer = mailerOf(config.mail);
  if (mailer === null)
    log.warn(
      'no mail leaves this server: SMTP_URL is not set. Mails wait; nobody can sign up or set a new password',
    );
  return {
    sending: mailer === null ? nobody : createSending({ db, clock, sealing, mailer, write, onTrouble }),
    kept: config.mail.isKept ? createKeptMails({ db, sealing, write }) : null,
  };
}

function mailerOf({ smtpUrl, from, isKept }: Config['mail']): Mailer | null {
  if (smtpUrl !== null) return smtpMailer({ smtpUrl, from });
  return isKept ? keptMailer : null;
}

const nobody: Sending = {
  wake: () => undefined,
  settled: async () => undefined,
  close: async () => undefined,
};
