/** Where the rep is in the transcript: with the newest words, or reading further up since `seen` segments were there. */
export type Place = { readonly kind: 'following' } | { readonly kind: 'reading'; readonly seen: number };

export const following: Place = { kind: 'following' };

/** Closer than this to the end counts as being at the end, in pixels: about one line. */
const endReach = 24;

export interface Scrolled {
  /** Pixels between what is seen and the end. */
  readonly distance: number;
  /** The rep moved up; a list that grew or was measured anew is no movement. */
  readonly isUp: boolean;
  readonly segments: number;
}

/** Only the rep's own move up ends the following; coming back to the end begins it again. */
export function scrolled(place: Place, move: Scrolled): Place {
  if (place.kind === 'following') {
    return move.isUp && move.distance > endReach ? { kind: 'reading', seen: move.segments } : place;
  }
  return !move.isUp && move.distance <= endReach ? following : place;
}

/** Going to a place in the text (a match) is reading, unless one reads already. */
export function readAt(place: Place, segments: number): Place {
  return place.kind === 'reading' ? place : { kind: 'reading', seen: segments };
}
