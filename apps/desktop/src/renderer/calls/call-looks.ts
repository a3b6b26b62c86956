import {
  Headset,
  Hourglass,
  type LucideIcon,
  NotebookPen,
  PhoneCall,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
} from 'lucide-react';
import type { CallLook } from './row-facts.ts';

export type CallColour = 'red' | 'green' | 'blue' | 'grey';

/** Sign and colour of each look: red rings or waits, green is mine, blue is another rep's, grey is over. */
export const callLooks: Readonly<
  Record<CallLook, { readonly icon: LucideIcon; readonly colour: CallColour }>
> = {
  ringing: { icon: PhoneIncoming, colour: 'red' },
  waiting: { icon: Hourglass, colour: 'red' },
  mine: { icon: PhoneCall, colour: 'green' },
  'wrapping-up': { icon: NotebookPen, colour: 'green' },
  others: { icon: Headset, colour: 'blue' },
  ended: { icon: PhoneOff, colour: 'grey' },
  abandoned: { icon: PhoneMissed, colour: 'grey' },
};
