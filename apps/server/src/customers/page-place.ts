import { AddressId, CustomerId, Moment, refused, text } from '@ringdesk/shared';
import { z } from 'zod';

/** Shapes of the places that pages of customers end at. */
export const ListPlaceShape = z.strictObject({ key: text(400), id: CustomerId });
export const DatePlaceShape = z.strictObject({ key: Moment, id: CustomerId });
export const FoundPlaceShape = z.strictObject({ rank: z.number(), key: text(400), id: CustomerId });
export const AddressPlaceShape = z.strictObject({ at: Moment, id: AddressId });
export const TimelinePlaceShape = z.strictObject({ at: Moment, id: text(60) });

/** Where the next page begins, as an opaque word. */
export function cursorOf(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place a cursor names, null for the first page, or `unreadable` for one that was not made here. */
export function readCursor<Shape extends z.ZodType>(
  shape: Shape,
  cursor: string | undefined,
): z.output<Shape> | null | 'unreadable' {
  if (cursor === undefined) return null;
  try {
    const place = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return place.success ? place.data : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

export const badCursor = refused('INPUT_INVALID', undefined, {
  errors: [{ path: 'cursor', message: 'use the nextCursor of the page before, unchanged' }],
});
