import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { channels, type DesktopBridge } from '../ipc.ts';
import { isOwn } from './own-scheme.ts';
import { payloads } from './payloads.ts';

/** What the desktop app does for each member of the bridge. */
export type Answers = Readonly<Omit<DesktopBridge, 'kind'>>;

/**
 * Answers the desk's page, and nobody else: a message of a frame inside it, of another page, or of another shape than
 * agreed is refused with an error and has no effect. Channels that are not in the list have no handler at all.
 */
export function answerDesk(door: Pick<IpcMain, 'handle'>, answers: Answers): void {
  const open = <Shape extends z.ZodType>(
    channel: string,
    shape: Shape,
    answer: (payload: z.output<Shape>) => Promise<unknown>,
  ) => {
    door.handle(channel, (event, ...sent: unknown[]) => {
      if (!isDesk(event)) throw new Error(`${channel} is for the desk only`);
      const payload = sent.length <= 1 ? shape.safeParse(sent[0]) : { success: false as const };
      if (!payload.success) throw new Error(`${channel} was given something else than agreed`);
      return answer(payload.data);
    });
  };
  open(channels.serverUrl, payloads.serverUrl, () => answers.serverUrl());
  open(channels.notify, payloads.notify, (note) => answers.notify(note));
  open(channels.seekAttention, payloads.seekAttention, (isSought) => answers.seekAttention(isSought));
  open(channels.setBadge, payloads.setBadge, (count) => answers.setBadge(count));
  open(channels.beginSession, payloads.beginSession, (wish) => answers.beginSession(wish));
  open(channels.renewSession, payloads.renewSession, () => answers.renewSession());
  open(channels.endSession, payloads.endSession, () => answers.endSession());
  open(channels.keepsSession, payloads.keepsSession, () => answers.keepsSession());
}

/** The page itself: the top frame of a window that shows the own scheme. A frame that is gone has no say. */
function isDesk({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwn(senderFrame.url);
}
