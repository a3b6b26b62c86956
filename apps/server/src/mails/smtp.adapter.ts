import { createTransport } from 'nodemailer';
import { printable } from '../printable.ts';
import type { Delivery, Mailer, OutgoingMail } from './mailer.ts';

const mostWhyCharacters = 200;

interface Smtp {
  /** The provider, with name and password if it wants them. */
  readonly smtpUrl: string;
  /** What mails say they come from. */
  readonly from: string;
  /** How long the provider may be silent; one that answers a little and then a little more has twice that in all. */
  readonly quietMs?: number;
}

/** Sends by SMTP, a connection for each mail. */
export function smtpMailer({ smtpUrl, from, quietMs = 10_000 }: Smtp): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: quietMs,
    greetingTimeout: quietMs,
    socketTimeout: quietMs,
    dnsTimeout: quietMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const closing = new AbortController();
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'ringdesk.invalid';
  return {
    async send(mail) {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(2 * quietMs)]);
      try {
        await transport.sendMail({ ...messageOf(mail), from, messageId: `<${mail.id}@${domain}>`, signal });
        return { outcome: 'sent' };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => closing.abort(new Error('the server stops')),
  };
}

function messageOf({ to, subject, text, html, at }: OutgoingMail) {
  return {
    // An object, not text: text would be read as a list of addresses.
    to: { name: '', address: to },
    subject,
    text,
    html,
    date: at,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

/**
 * A refusal with 5xx (RFC 5321, section 4.2.1) of this sender, recipient or text is for good. The same number for the
 * greeting or for our password is about the whole provider, and somebody will set that right.
 */
function failureOf(error: unknown): Delivery {
  if (!(error instanceof Error)) return { outcome: 'later', why: 'the mail was not taken' };
  const why = printable(error.message, ' ').slice(0, mostWhyCharacters);
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const isForGood = isAboutMail && responseCode !== undefined && responseCode >= 500;
  return { outcome: isForGood ? 'never' : 'later', why };
}
