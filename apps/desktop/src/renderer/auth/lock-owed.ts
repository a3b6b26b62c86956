import type { UserId } from '@ringdesk/shared';

/**
 * A desk that was locked while the server could not be reached: it stays locked here, also after a reload and in a new
 * window, until the server has been told.
 */
const keyOf = (userId: UserId) => `ringdesk.lock-owed.${userId}`;

export const isLockOwed = (userId: UserId): boolean => localStorage.getItem(keyOf(userId)) !== null;
export const oweLock = (userId: UserId): void => localStorage.setItem(keyOf(userId), 'yes');
export const settleLock = (userId: UserId): void => localStorage.removeItem(keyOf(userId));
