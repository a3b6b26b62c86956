import { create } from 'zustand';
import { loudnessAt, type RingSettings, readRingSettings, timeOfDay } from './ring-settings.ts';

const key = 'ringdesk.ring';

const useRingStore = create<RingSettings>(() => readRingSettings(localStorage.getItem(key)));

export const useRingSettings = (): RingSettings => useRingStore();

/** How loud the desk rings now, from 0 to 1. */
export function loudnessNow(): number {
  return loudnessAt(useRingStore.getState(), timeOfDay(new Date()));
}

/** Changes how the desk rings, and keeps it on this computer. */
export function setRing(change: Partial<RingSettings>): void {
  useRingStore.setState(change);
  localStorage.setItem(key, JSON.stringify(useRingStore.getState()));
}

/** Runs on each change of the settings; returns the way to stop. */
export const onRingSettings = (listener: () => void): (() => void) => useRingStore.subscribe(listener);
