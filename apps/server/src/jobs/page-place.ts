import { JobId, Moment } from '@ringdesk/shared';
import { z } from 'zod';
import type { Place } from './jobs.store.ts';

const PlaceShape = z.tuple([Moment, JobId]);

/** Where the next page of jobs begins, as an opaque word. */
export function cursorOf({ at, id }: Place): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** The place a cursor names, or `unreadable` for one that was not made here. */
export function placeOf(cursor: string): Place | 'unreadable' {
  try {
    const place = PlaceShape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return place.success ? { at: place.data[0], id: place.data[1] } : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
