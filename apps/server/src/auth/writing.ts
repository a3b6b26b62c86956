import type { IdSource } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { deviceName } from '../device-name.ts';

/** What writing to the audit and to the outbox of mails takes. */
export type Writing = Pick<App, 'clock' | 'random' | 'sealing'>;

/** Where new ids come from. */
export function idsOf({ clock, random }: Pick<App, 'clock' | 'random'>): IdSource {
  return { nowMs: clock.nowMs, random };
}

/** Pen and seal for a letter. */
export function penOf(app: Writing): { readonly ids: IdSource; readonly sealing: App['sealing'] } {
  return { ids: idsOf(app), sealing: app.sealing };
}

/** When and from where something was done, as a mail tells it. */
export function deedOf({ clock }: Pick<App, 'clock'>, { address, device }: Peer) {
  return { at: new Date(clock.nowMs()).toISOString(), address, device: deviceName(device) };
}
