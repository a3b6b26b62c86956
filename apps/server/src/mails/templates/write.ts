import type { Letter } from '../letter.ts';
import type { OutgoingMail } from '../mailer.ts';
import { htmlOf } from './html-page.ts';
import { textOf } from './text.ts';
import { pageOf } from './words.ts';

export type Write = (letter: Letter) => Pick<OutgoingMail, 'subject' | 'text' | 'html'>;

/** Turns letters into what is sent; `deskAt` is the one address that mails may show, or null. */
export function createWrite(deskAt: string | null): Write {
  return (letter) => {
    const page = pageOf(letter);
    return { subject: page.subject, text: textOf(page, deskAt), html: htmlOf(page, deskAt) };
  };
}
