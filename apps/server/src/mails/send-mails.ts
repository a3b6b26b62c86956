import type { App } from '../app.ts';
import type { Delivery, Mailer } from './mailer.ts';
import { bury, type HeldMail, markKept, markSent, planAgain, takeDue } from './outbox.store.ts';
import { codeSeconds, secondsToNextTry } from './retries.ts';
import type { Write } from './templates/write.ts';

/** So many mails are on their way at once from one node. */
const mostAtOnce = 4;
/** Longer than a mailer takes for one mail: nobody else takes it meanwhile. A node that died lets go after it. */
const holdSeconds = 60;
const closeWithinMs = 5_000;
const triesToRemember = 20;

interface Parts extends Pick<App, 'db' | 'clock' | 'sealing'> {
  readonly mailer: Mailer;
  readonly write: Write;
  readonly onTrouble: (error: unknown) => void;
}

/** Mails on their way. Any number of nodes may send from one outbox. */
export interface Sending {
  /** Looks for mails that are due; answers at once and never waits for a provider. */
  wake(): void;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
  /** Takes no further mail, and gives what is on its way a few seconds. */
  close(): Promise<void>;
}

/** Sends what is in the outbox: each mail is held by one node, handed over outside of any transaction, and then marked. */
export function createSending(parts: Parts): Sending {
  const { db, clock, sealing, mailer, onTrouble } = parts;
  const lanes = new Set<Promise<void>>();
  let isClosing = false;
  const openLane = () => {
    if (isClosing || lanes.size >= mostAtOnce) return;
    const lane = follow()
      .catch(onTrouble)
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
  };
  const follow = async () => {
    while (!isClosing) {
      const mail = await takeDue(db, sealing, holdSeconds);
      if (mail === null) return;
      // Where one was due, another may be.
      openLane();
      await settle(parts, mail, await deliver(parts, mail));
    }
  };
  const settled = async () => {
    while (lanes.size > 0) await Promise.all(lanes);
  };
  return {
    wake: openLane,
    settled,
    async close() {
      isClosing = true;
      const cancel = clock.after(closeWithinMs, () => mailer.close());
      await settled();
      cancel();
      mailer.close();
    },
  };
}

async function deliver({ mailer, write }: Parts, mail: HeldMail): Promise<Delivery> {
  const { id, to, at, letter } = mail;
  if (letter === null) return { outcome: 'never', why: 'it was sealed under another SECRET' };
  if (hasCode(mail) && mail.ageSeconds >= codeSeconds)
    return { outcome: 'never', why: 'its code had run out before it could be sent' };
  return mailer.send({ id, to, at, ...write(letter) });
}

async function settle(parts: Parts, mail: HeldMail, delivery: Delivery): Promise<void> {
  const { db, onTrouble } = parts;
  if (delivery.outcome === 'sent') return remember(parts, () => markSent(db, mail.id));
  if (delivery.outcome === 'kept') return markKept(db, mail.id);
  const { tries, ageSeconds } = mail;
  const inSeconds =
    delivery.outcome === 'later' ? secondsToNextTry({ tries, ageSeconds, hasCode: hasCode(mail) }) : null;
  if (inSeconds !== null) return planAgain(db, mail, { inSeconds, why: delivery.why });
  await bury(db, mail, delivery.why);
  onTrouble(new Error(`mail ${mail.id} is given up after ${tries} tries: ${delivery.why}`));
}

/** A mail that has left is marked even if the database is away for a moment: else it would leave again. */
async function remember({ clock }: Parts, mark: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await mark();
    } catch (error) {
      if (tries >= triesToRemember) throw error;
      await new Promise<void>((resolve) => void clock.after(1_000, resolve));
    }
  }
}

function hasCode({ letter }: HeldMail): boolean {
  return letter !== null && 'code' in letter;
}
