import { type AuditEntry, AuditedEvent, UserId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { asked } from './audit-filters.ts';
import { detailBeside, meanings, sayEntry } from './sentences.ts';

const names = { nobody: 'an unknown address', somebody: 'Somebody' };

function entry(event: AuditedEvent, over: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: 'aud_1',
    at: '2026-11-21T11:00:00Z',
    event,
    userId: UserId.parse('usr_0000lee'),
    userName: 'Lee Park',
    byId: 'usr_0000alex',
    byName: 'Alex Kim',
    address: '192.0.2.7',
    device: 'Chrome on Windows',
    detail: null,
    ...over,
  };
}

describe('the audit in sentences', () => {
  it.each([
    [entry('sign-in.done'), 'Lee Park signed in'],
    [
      entry('user.role-changed', { detail: 'rep → supervisor' }),
      'Alex Kim changed the role of Lee Park: rep → supervisor',
    ],
    [entry('user.disabled'), 'Alex Kim disabled Lee Park'],
    [
      entry('service-client.created', { userName: null, detail: 'Phone bridge' }),
      'Alex Kim made a service client: Phone bridge',
    ],
    [
      entry('sign-in.password-wrong', { userName: null, byName: null }),
      'A wrong password was typed for an unknown address',
    ],
    [entry('user.disabled', { byName: null }), 'Somebody disabled Lee Park'],
  ])('%o', (one, said) => {
    expect(sayEntry(one, names)).toBe(said);
  });

  it('has a name and a sentence of its own for every event', () => {
    const labels = AuditedEvent.options.map((event) => meanings[event].label);
    const said = AuditedEvent.options.map((event) => sayEntry(entry(event), names));
    expect(new Set(labels).size).toBe(labels.length);
    expect(new Set(said).size).toBe(said.length);
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*[^.]$/);
  });

  it('tells a detail beside the sentence only when the sentence does not', () => {
    expect(detailBeside(entry('user.role-changed', { detail: 'rep → admin' }))).toBeNull();
    expect(detailBeside(entry('session.ended', { detail: 'signed out' }))).toBe('signed out');
    expect(detailBeside(entry('session.ended'))).toBeNull();
  });
});

describe('the days of the audit', () => {
  it('are whole days of this computer, the last one included', () => {
    const { from, to } = asked({ from: '2026-11-20', to: '2026-11-20' });
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 3600 * 1000);
    expect(new Date(from ?? '').getHours()).toBe(0);
  });

  it('are not asked for when they are not wished', () => {
    expect(asked({})).toEqual({});
  });
});
