import { describe, expect, it } from 'vitest';
import { defaultRing, isQuietAt, loudnessAt, readRingSettings, timeOfDay } from './ring-settings.ts';

describe('how loud the desk rings', () => {
  it('quiet hours may go over midnight', () => {
    const settings = { ...defaultRing, quietHours: { from: '22:00', to: '07:00' } };
    expect(['21:59', '22:00', '03:00', '06:59', '07:00'].map((time) => isQuietAt(settings, time))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('quiet hours within a day', () => {
    const settings = { ...defaultRing, quietHours: { from: '12:00', to: '13:00' } };
    expect(['11:59', '12:30', '13:00'].map((time) => isQuietAt(settings, time))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('a muted or quiet desk makes no sound', () => {
    expect(loudnessAt({ ...defaultRing, isMuted: true }, '10:00')).toBe(0);
    expect(loudnessAt({ ...defaultRing, quietHours: { from: '09:00', to: '11:00' } }, '10:00')).toBe(0);
    expect(loudnessAt({ ...defaultRing, volume: 0.3 }, '10:00')).toBe(0.3);
  });

  it('settings that make no sense are the default', () => {
    expect(readRingSettings(null)).toEqual(defaultRing);
    expect(readRingSettings('{not json')).toEqual(defaultRing);
    expect(readRingSettings('{"volume":7,"isMuted":false,"quietHours":null}')).toEqual(defaultRing);
    expect(
      readRingSettings('{"volume":1,"isMuted":true,"quietHours":{"from":"25:00","to":"07:00"}}'),
    ).toEqual(defaultRing);
    const kept = { volume: 0.2, isMuted: true, quietHours: { from: '20:00', to: '08:00' } };
    expect(readRingSettings(JSON.stringify(kept))).toEqual(kept);
  });

  it('the time of day is written with two digits', () => {
    expect(timeOfDay(new Date(2026, 0, 5, 7, 5))).toBe('07:05');
  });
});
