import type { App } from '../app.ts';
import { html } from './html.ts';
import { keptMails } from './outbox.store.ts';
import type { Write } from './templates/write.ts';

/** A mail as it would have been sent. */
interface ShownMail {
  readonly id: string;
  readonly to: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sentAt: string;
}

/** The mails that did not leave the machine, for people (a page) and for tests (data). */
export interface KeptMails {
  /** Newest first, of everybody or to one address. */
  readonly list: (to: string | null) => Promise<readonly ShownMail[]>;
  readonly page: () => Promise<string>;
}

/** Shows what is in the outbox of a development machine. */
export function createKeptMails({
  db,
  sealing,
  write,
}: Pick<App, 'db' | 'sealing'> & { write: Write }): KeptMails {
  const list = async (to: string | null) => {
    const mails = await keptMails(db, sealing, to === null ? null : to.trim().toLowerCase());
    return mails.map(({ id, to: address, at, letter }) => ({
      id,
      to: address,
      kind: letter.kind,
      ...write(letter),
      sentAt: at.toISOString(),
    }));
  };
  return { list, page: async () => pageOf(await list(null)) };
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 720px; margin: 0 auto; padding: 24px 16px; }
  h1 { font-size: 22px; margin: 0; }
  .quiet { opacity: .7; margin: 4px 0 24px; }
  article { border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: 12px; margin: 0 0 20px; overflow: hidden; }
  header { padding: 12px 16px; }
  h2 { font-size: 17px; margin: 0; }
  header p { margin: 2px 0 0; font-size: 14px; opacity: .75; overflow-wrap: anywhere; }
  iframe { display: block; width: 100%; height: 430px; border: 0; border-top: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
  summary { padding: 10px 16px; cursor: pointer; border-top: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
  pre { margin: 0; padding: 0 16px 16px; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, monospace; }
`;

function pageOf(mails: readonly ShownMail[]): string {
  const shown = mails.map(
    (mail) => html`<article>
<header><h2>${mail.subject}</h2><p>to ${mail.to} · ${mail.sentAt.replace('T', ' ').slice(0, 19)} UTC · ${mail.kind}</p></header>
<iframe sandbox="" title="${mail.subject}" srcdoc="${mail.html}"></iframe>
<details><summary>As text</summary><pre>${mail.text}</pre></details>
</article>
`,
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5">
<title>Mails · Ringdesk</title>
<style>${{ markup: style }}</style>
</head>
<body>
<h1>Mails</h1>
<p class="quiet">No mail leaves this machine: SMTP_URL is not set. This page looks again every 5 seconds.</p>
${mails.length === 0 ? html`<p>No mail yet.</p>` : shown}
</body>
</html>
`.markup;
}
