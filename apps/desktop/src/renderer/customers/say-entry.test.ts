import { CallId, JobId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { sayEntry } from './say-entry.ts';

const at = '2026-11-21T10:00:00.000Z';
const change = (changes: { field: string; before: string | null; after: string | null }[], byName = 'Dana') =>
  sayEntry({ kind: 'change', at, byName, changes });

describe('what happened with a customer', () => {
  it('tells a call by its topic, how it came out and who took it', () => {
    const call = { kind: 'call', at, callId: CallId.parse('call_1'), status: 'closed' } as const;
    expect(
      sayEntry({ ...call, topic: 'The heater leaks', disposition: 'job-booked', repName: 'Dana' }),
    ).toEqual({
      title: 'Called: The heater leaks',
      lines: ['Job booked, with Dana'],
    });
    expect(sayEntry({ ...call, status: 'abandoned', topic: null, disposition: null, repName: null })).toEqual(
      {
        title: 'Called',
        lines: ['The caller left before anybody took it'],
      },
    );
    expect(sayEntry({ ...call, topic: null, disposition: 'sold a boat', repName: null }).lines).toEqual([
      'Sold a boat',
    ]);
  });

  it('tells a job by its title and how it stands', () => {
    const job = {
      kind: 'job',
      at,
      jobId: JobId.parse('job_1'),
      title: 'Roof',
      start: null,
      end: null,
    } as const;
    expect(sayEntry({ ...job, status: 'in_progress' })).toEqual({
      title: 'Job “Roof”',
      lines: ['In progress'],
    });
  });

  it('tells each changed field before and after', () => {
    expect(
      change([
        { field: 'email', before: 'a@example.com', after: 'b@example.com' },
        { field: 'company', before: 'Acme', after: null },
        { field: 'leadSource', before: null, after: 'Radio' },
      ]),
    ).toEqual({
      title: 'Dana changed this customer',
      lines: [
        'Email: “a@example.com” became “b@example.com”',
        'Company: “Acme” was taken away',
        'Lead source: Radio',
      ],
    });
  });

  it('tells who made, archived and took back a customer', () => {
    const made = [
      { field: 'lastName', before: null, after: 'Lopez' },
      { field: 'timeZone', before: null, after: 'America/Chicago' },
    ];
    expect(change(made).title).toBe('Dana made this customer');
    expect(change([{ field: 'archived', before: null, after: 'yes' }]).title).toBe(
      'Dana archived this customer',
    );
    expect(change([{ field: 'archived', before: 'yes', after: null }]).title).toBe(
      'Dana took this customer back',
    );
  });

  it('does not tell a whole novel of notes', () => {
    const [line = ''] = change([{ field: 'notes', before: null, after: 'a'.repeat(20_000) }]).lines;
    expect(line.length).toBeLessThan(200);
  });
});
