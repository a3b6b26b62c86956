import { UserId } from '@ringdesk/shared';
import { z } from 'zod';

/** What tabs that share the cookie of this browser tell each other. */
const Told = z.discriminatedUnion('told', [
  z.object({ told: z.literal('signed-in'), userId: UserId }),
  z.object({ told: z.literal('unlocked') }),
]);
export type Told = z.infer<typeof Told>;

const tabs = new BroadcastChannel('ringdesk.tabs');

export function tellTabs(told: Told): void {
  tabs.postMessage(told);
}

/** Runs when another tab of this browser has something to tell. */
export function onTabs(listener: (told: Told) => void): void {
  tabs.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const told = Told.safeParse(data);
    if (told.success) listener(told.data);
  });
}
