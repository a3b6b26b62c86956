import type { Mailer } from './mailer.ts';

/** For development: no mail leaves the machine, each stays in the outbox and is shown at /dev/mail. */
export const keptMailer: Mailer = {
  send: async () => ({ outcome: 'kept' }),
  close: () => undefined,
};
