import type { CallId, Frame } from '@ringdesk/shared';
import type { Audience, Tell } from '../app.ts';
import { rooms } from './rooms.ts';
import type { DeskServer } from './socket.ts';

export interface Publisher {
  readonly tell: Tell;
  readonly tellFrames: (callId: CallId, frames: readonly Frame[]) => void;
}

/** Tells desks what is committed: those of all nodes, or while the others are out of reach those of this one. */
export function createPublisher(server: DeskServer, isClusterReady: () => boolean): Publisher {
  const to = (audience: Audience) => {
    const desks = isClusterReady() ? server : server.local;
    if ('desks' in audience) return desks;
    if ('watchersOf' in audience) return desks.to(rooms.watching(audience.watchersOf));
    if ('supervisors' in audience) return desks.to(rooms.supervisors).to(rooms.ofRep(audience.rep));
    return desks.to(rooms.ofRep(audience.rep));
  };
  const tell: Tell = (name, payload, audience) => {
    const desk = to(audience);
    // One name fits one payload by the type of `tell`; Socket.IO's own types cannot see that through a variable.
    const emit = desk.emit.bind(desk) as (name: string, payload: unknown) => void;
    emit(name, payload);
  };
  return {
    tell,
    // Each node tells its own watchers, so that what they hear follows what they were answered.
    tellFrames: (callId, frames) =>
      server.local.to(rooms.watching(callId)).emit('transcript.heard', { callId, frames: [...frames] }),
  };
}
