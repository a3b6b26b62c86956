import { createTransport } from 'nodemailer';
import { printable } from '../printable.ts';
import type { Delivery, Mailer, OutgoingMail } from './mailer.ts';

const quietMs = 10_000;
/** A provider that answers a little and then a little more is waited for this long in all. */
const sendWithinMs = 20_000;
const mostWhyCharacters = 200;

/** Sends by SMTP, a connection for each mail: `smtpUrl` names the provider, `from` is what mails say they come from. */
export function smtpMailer({ smtpUrl, from }: { readonly smtpUrl: string; readonly from: string }): Mailer {
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
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(sendWithinMs)]);
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
