import { z } from 'zod';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How loud this desk rings; kept on this computer. Times are of this computer's clock, such as `22:00`. */
export const RingSettings = z.object({
  volume: z.number().min(0).max(1),
  isMuted: z.boolean(),
  quietHours: z.object({ from: TimeOfDay, to: TimeOfDay }).nullable(),
});
export type RingSettings = z.infer<typeof RingSettings>;

export const defaultRing: RingSettings = { volume: 0.5, isMuted: false, quietHours: null };

/** Quiet hours as they are proposed when somebody turns them on. */
export const usualQuietHours = { from: '22:00', to: '07:00' };

/** What was kept, or the default where it is missing or makes no sense. */
export function readRingSettings(kept: string | null): RingSettings {
  if (kept === null) return defaultRing;
  try {
    const parsed = RingSettings.safeParse(JSON.parse(kept));
    return parsed.success ? parsed.data : defaultRing;
  } catch {
    return defaultRing;
  }
}

/** Whether a time of day lies in the quiet hours, which may go over midnight; the end itself is loud again. */
export function isQuietAt(settings: RingSettings, time: string): boolean {
  if (settings.quietHours === null) return false;
  const { from, to } = settings.quietHours;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** Loudness from 0 to 1 at a time of day. */
export function loudnessAt(settings: RingSettings, time: string): number {
  return settings.isMuted || isQuietAt(settings, time) ? 0 : settings.volume;
}

/** The time of day of a date as settings write it. */
export function timeOfDay(date: Date): string {
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
