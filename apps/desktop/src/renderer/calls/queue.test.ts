import type { Call } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { buildCall, callId, dana, lee } from '../testing/build-call.ts';
import { holdRows, linesOf, type QueueRow, type QueueView, queueRows } from './queue.ts';

const everything: QueueView = { search: '', line: null, folded: new Set() };
const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;

function rowsOf(calls: readonly Call[], view: Partial<QueueView> = {}, endedToday = 0): readonly QueueRow[] {
  const facts = { calls: new Map(calls.map((call) => [call.id, call])), me: dana.id, endedToday };
  return queueRows(facts, { ...everything, ...view });
}

/** The rows as a supervisor would read them: `mine 1`, then the words the calls were named by. */
function read(rows: readonly QueueRow[]): readonly string[] {
  return rows.map((row) => {
    if (row.kind === 'head') return `${row.section} ${row.count}`;
    return row.kind === 'earlier' ? `${row.count} earlier` : row.id.replace(/^call_0*/, '');
  });
}

const mine = buildCall('mine', { status: 'active', repId: dana.id, repName: dana.name });
const others = buildCall('others', { status: 'active', repId: lee.id, repName: lee.name });
const ringing = buildCall('ringing', { status: 'offered', offeredTo: lee.id, offeredToName: lee.name });
const ended = buildCall('ended', { status: 'closed', repId: lee.id, endedAt: at(5) });

describe('the queue', () => {
  it('puts mine first, then what rings, what waits, what others have, and what has ended', () => {
    expect(read(rowsOf([ended, others, buildCall('waits'), ringing, mine]))).toEqual([
      'mine 1',
      'mine',
      'ringing 1',
      'ringing',
      'waiting 1',
      'waits',
      'others 1',
      'others',
      'ended 1',
      'ended',
    ]);
  });

  it('lets the oldest caller wait on top, but a call of higher priority before them', () => {
    const calls = [
      buildCall('new', { queuedAt: at(9) }),
      buildCall('old', { queuedAt: at(1) }),
      buildCall('urgent', { queuedAt: at(8), priority: 5 }),
    ];
    expect(read(rowsOf(calls))).toEqual(['waiting 3', 'urgent', 'old', 'new']);
  });

  it('shows the head of a folded section alone, and opens it for a search', () => {
    const folded = new Set(['waiting'] as const);
    expect(read(rowsOf([buildCall('a', { topic: 'Leak' })], { folded }))).toEqual(['waiting 1']);
    expect(read(rowsOf([buildCall('a', { topic: 'Leak' })], { folded, search: 'leak' }))).toEqual([
      'waiting 1',
      'a',
    ]);
  });

  it('says how many calls of today it does not list', () => {
    expect(read(rowsOf([ended], {}, 41))).toEqual(['ended 41', 'ended', '40 earlier']);
  });

  it.each([
    ['maria', 'a name'],
    ['WATER', 'words of the topic'],
    ['(415) 555', 'a number, however it is written'],
    ['lee', 'the rep'],
  ])('finds a call by %s (%s)', (search) => {
    const wanted = buildCall('wanted', {
      callerName: 'Maria Lopez',
      topic: 'water heater',
      from: '+14155550132',
      status: 'active',
      repId: lee.id,
      repName: lee.name,
    });
    const another = buildCall('another', { callerName: 'Zoe', from: '+12125550100', topic: 'roof' });
    expect(read(rowsOf([wanted, another], { search }))).toEqual(['others 1', 'wanted']);
  });

  it('can be narrowed to one line', () => {
    const calls = [buildCall('a'), buildCall('b', { line: 'ingest' })];
    expect(linesOf(new Map(calls.map((call) => [call.id, call])))).toEqual(['ingest', 'simulator']);
    expect(read(rowsOf(calls, { line: 'ingest' }))).toEqual(['waiting 1', 'b']);
  });
});

describe('a queue under the pointer', () => {
  it('moves no row when a call is claimed elsewhere, and still counts right', () => {
    const before = rowsOf([buildCall('a', { queuedAt: at(1) }), buildCall('b', { queuedAt: at(2) })]);
    const claimed = buildCall('a', { status: 'active', repId: lee.id, repName: lee.name, version: 2 });
    const held = holdRows(before, rowsOf([claimed, buildCall('b', { queuedAt: at(2) })]));
    expect(read(held)).toEqual(['waiting 1', 'a', 'b']);
    expect(held.map((row) => (row.kind === 'call' ? row.id : row.kind))).toEqual([
      'head',
      callId('a'),
      callId('b'),
    ]);
  });
});
