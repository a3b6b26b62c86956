import { CallId, Moment } from '@ringdesk/shared';
import { z } from 'zod';

const Place = z.tuple([Moment, CallId]);

/** Where the next page of calls begins, as an opaque word. */
export function cursorOf(last: { readonly queuedAt: string; readonly id: string }): string {
  return Buffer.from(JSON.stringify([last.queuedAt, last.id])).toString('base64url');
}

/** The place a cursor names, or `unreadable` for one that we did not make. */
export function placeOf(cursor: string): { queuedAt: string; id: string } | 'unreadable' {
  try {
    const place = Place.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return place.success ? { queuedAt: place.data[0], id: place.data[1] } : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
