import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, channels } from '../ipc.ts';

/** What the page gets: these members as functions, and no way to name a channel itself. */
const bridge: Bridge = {
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
};

contextBridge.exposeInMainWorld('ringdesk', bridge);
