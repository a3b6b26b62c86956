import type { CallId } from '@ringdesk/shared';

/** The rooms in which desks sit; only the doors and the publisher know them. */
export const rooms = {
  supervisors: 'supervisors',
  ofRep: (repId: string) => `rep:${repId}`,
  watching: (callId: CallId) => `call:${callId}`,
} as const;

/** The rooms of somebody who has just connected. */
export function roomsOf(asker: { readonly userId: string; readonly role: string }): string[] {
  const own = rooms.ofRep(asker.userId);
  return asker.role === 'supervisor' || asker.role === 'admin' ? [own, rooms.supervisors] : [own];
}
