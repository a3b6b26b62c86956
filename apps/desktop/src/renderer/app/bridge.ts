import type { Bridge, DesktopBridge } from '../../ipc.ts';

declare global {
  interface Window {
    /** Set by the preload of the desktop app; missing in a browser. */
    readonly ringdesk?: DesktopBridge;
  }
}

/** What the machine offers this desk: the desktop app's own means, or those of the browser. */
export const bridge: Bridge = window.ringdesk ?? {
  kind: 'browser',
  serverUrl: () => Promise.resolve(window.location.origin),
  notify: ({ title, body }) => {
    const isAllowed = 'Notification' in window && Notification.permission === 'granted';
    if (isAllowed) new Notification(title, { body, tag: 'ringdesk-offer' }).onclick = () => window.focus();
    return Promise.resolve();
  },
  // The title in the tab already calls for attention; a browser has nothing stronger.
  seekAttention: () => Promise.resolve(),
  setBadge: async (count) => {
    if (!('setAppBadge' in navigator)) return;
    // Browsers refuse the badge to pages that are not installed; the count is in the title as well.
    await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined);
  },
};
