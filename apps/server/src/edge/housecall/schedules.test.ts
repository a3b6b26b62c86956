import { describe, expect, test } from 'vitest';
import { appointmentsOut, rescheduled, scheduleIn } from './schedules.ts';
import { errorsOf, job } from './testing/samples.ts';

describe('the time of a job', () => {
  const zone = 'America/Chicago';
  test.each([
    ['in the zone of the customer', '2026-11-24T10:00:00', '2026-11-24T16:00:00Z'],
    ['in summer', '2026-07-01T10:00', '2026-07-01T15:00:00Z'],
    ['with a zone of its own', '2026-11-24T10:00:00+01:00', '2026-11-24T09:00:00Z'],
    ['in UTC', '2026-11-24T10:00:00.5Z', '2026-11-24T10:00:00.5Z'],
    ['in the hour that is not there in spring', '2026-03-08T02:30:00', '2026-03-08T08:30:00Z'],
    ['in the hour that is there twice in autumn, the first', '2026-11-01T01:30:00', '2026-11-01T06:30:00Z'],
  ])('is read %s', (_, scheduled_start, start) => {
    expect(scheduleIn({ scheduled_start }, zone)).toMatchObject({ value: { start } });
  });

  test.each([
    'tomorrow',
    '2026-02-30T10:00:00',
    '0000-01-01T10:00:00Z',
    '2026-11-24T25:00:00',
    '+275760-09-13',
  ])('is not read from %s', (scheduled_start) => {
    expect(errorsOf(scheduleIn({ scheduled_start }, zone))).toEqual(['schedule.scheduled_start']);
  });

  test('lasts an hour where no end is told, and as long as before when it is moved', () => {
    expect(scheduleIn({ scheduled_start: '2026-11-24T10:00:00' }, zone)).toMatchObject({
      value: { end: '2026-11-24T17:00:00.000Z', arrivalWindowMinutes: 0 },
    });
    expect(rescheduled({ start_time: '2026-11-25T10:00:00' }, job)).toEqual({
      ok: true,
      value: {
        schedule: {
          start: '2026-11-25T16:00:00Z',
          end: '2026-11-25T18:00:00.000Z',
          arrivalWindowMinutes: 30,
        },
      },
    });
  });

  test('at any time of a day is its working hours, told as any time again', () => {
    const day = scheduleIn({ anytime: true, anytime_start_date: '2026-11-24' }, zone);
    expect(day).toEqual({
      ok: true,
      value: { start: '2026-11-24T14:00:00Z', end: '2026-11-25T00:00:00Z', arrivalWindowMinutes: 600 },
    });
    const schedule = day.ok ? day.value : null;
    expect(appointmentsOut({ ...job, schedule })).toMatchObject([
      { anytime: true, start_date: '2026-11-24' },
    ]);
    const halfPastEight = {
      start: '2026-11-24T14:30:00Z',
      end: '2026-11-24T16:00:00Z',
      arrivalWindowMinutes: 600,
    };
    for (const other of [job, { ...job, schedule: halfPastEight }])
      expect(appointmentsOut(other)).toMatchObject([{ anytime: false }]);
    for (const anytime_start_date of [undefined, 'x', '2026-11-24T10:00:00'])
      expect(errorsOf(scheduleIn({ anytime: true, anytime_start_date }, zone))).toEqual([
        'schedule.anytime_start_date',
      ]);
  });

  test('with an end and no start is none', () => {
    expect(errorsOf(scheduleIn({ scheduled_end: '2026-11-24T10:00:00' }, zone))).toEqual([
      'schedule.scheduled_start',
    ]);
    expect(scheduleIn({}, zone)).toEqual({ ok: true, value: null });
  });
});
