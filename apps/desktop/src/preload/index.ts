import { contextBridge, ipcRenderer } from 'electron';
import { channels, type DesktopBridge } from '../ipc.ts';

/** What the page gets: these members as functions, and no way to name a channel itself. */
const bridge: DesktopBridge = {
  kind: 'desktop',
  serverUrl: async () => String(await ipcRenderer.invoke(channels.serverUrl)),
  notify: async ({ title, body }) => {
    await ipcRenderer.invoke(channels.notify, { title, body });
  },
  seekAttention: async (isSought) => {
    await ipcRenderer.invoke(channels.seekAttention, isSought);
  },
  setBadge: async (count) => {
    await ipcRenderer.invoke(channels.setBadge, count);
  },
  beginSession: ({ operation, bearer, input }) =>
    ipcRenderer.invoke(channels.beginSession, { operation, bearer, input }),
  renewSession: () => ipcRenderer.invoke(channels.renewSession),
  endSession: async () => {
    await ipcRenderer.invoke(channels.endSession);
  },
  keepsSession: async () => (await ipcRenderer.invoke(channels.keepsSession)) === true,
};

contextBridge.exposeInMainWorld('ringdesk', bridge);
