import type { CallId, Frame } from '@ringdesk/shared';
import type { Audience, Tell } from '../app.ts';
import type { DeskServer } from './socket.ts';

/** Names of the rooms. No other file knows them. */
const room = {
  supervisors: 'supervisors',
  rep: (id: string) => `rep:${id}`,
  call: (id: string) => `call:${id}`,
} as const;

/** Tells desks what is committed; the only file that knows which desks sit together. */
export function createPublisher(desks: DeskServer): {
  readonly tell: Tell;
  readonly tellFrames: (callId: CallId, frames: readonly Frame[]) => void;
} {
  const to = (audience: Audience) => {
    if ('desks' in audience) return desks;
    if ('watchersOf' in audience) return desks.to(room.call(audience.watchersOf));
    if ('supervisors' in audience) return desks.to(room.supervisors).to(room.rep(audience.rep));
    return desks.to(room.rep(audience.rep));
  };
  const tell: Tell = (name, payload, audience) => {
    // One name fits one payload by the type of `tell`; Socket.IO's own types cannot see that through a variable.
    const emit = to(audience).emit as (name: string, payload: unknown) => void;
    emit.call(to(audience), name, payload);
  };
  return {
    tell,
    tellFrames: (callId, frames) =>
      tell('transcript.heard', { callId, frames: [...frames] }, { watchersOf: callId }),
  };
}

/** The rooms of somebody who has just connected. */
export function roomsOf(asker: { readonly userId: string; readonly role: string }): string[] {
  const own = room.rep(asker.userId);
  return asker.role === 'supervisor' || asker.role === 'admin' ? [own, room.supervisors] : [own];
}

/** The room of those who watch a call. */
export function watchersOf(callId: CallId): string {
  return room.call(callId);
}
