import { describe, expect, it, vi } from 'vitest';
import { channels, type DesktopBridge } from '../ipc.ts';
import { onMachine, type RunningApp } from './testing/start-app.ts';

const machine = onMachine();

/** The bridge as the page sees it: the real preload, speaking to the real handlers. */
async function bridgeOf(app: RunningApp): Promise<DesktopBridge> {
  const exposed: Record<string, DesktopBridge> = {};
  const event = { senderFrame: { parent: null, url: 'app://ringdesk/index.html' } };
  vi.resetModules();
  vi.doMock('electron', () => ({
    contextBridge: {
      exposeInMainWorld: (name: string, api: DesktopBridge) => Object.assign(exposed, { [name]: api }),
    },
    // Only what a structured clone lets through arrives.
    ipcRenderer: {
      invoke: async (channel: string, ...sent: unknown[]) =>
        app.handlers.get(channel)?.(event as never, ...structuredClone(sent)),
    },
  }));
  await import('../preload/index.ts');
  expect(Object.keys(exposed)).toEqual(['ringdesk']);
  return exposed['ringdesk'] as DesktopBridge;
}

describe('what the page may ask', () => {
  it('is exactly the members of the bridge, each a function of its own', async () => {
    const app = await machine.start();
    const api = await bridgeOf(app);
    expect(Object.keys(api).sort()).toEqual(['kind', ...Object.keys(channels)].sort());
    expect([...app.handlers.keys()].sort()).toEqual(Object.values(channels).sort());
    const values = Object.values(api).filter((it) => it !== 'desktop');
    expect(values.every((it) => typeof it === 'function')).toBe(true);
  });

  it('where its server is', async () => {
    const app = await machine.start();
    expect(await (await bridgeOf(app)).serverUrl()).toBe('https://desk.example.com');
  });

  it('a notification, which takes the place of the last one and brings the desk to the front', async () => {
    const app = await machine.start();
    const api = await bridgeOf(app);
    await api.notify({ title: 'A call', body: 'Ada Park' });
    await api.notify({ title: 'Another', body: 'Lee' });
    const [first, second] = app.notifications;
    expect(first?.close).toHaveBeenCalledOnce();
    expect(second?.options).toEqual({ title: 'Another', body: 'Lee', silent: true });
    expect(second?.show).toHaveBeenCalledOnce();
    second?.tell('click');
    expect(app.desk.focus).toHaveBeenCalledOnce();
  });

  it('attention, and no more of it', async () => {
    const app = await machine.start();
    const api = await bridgeOf(app);
    await api.seekAttention(true);
    await api.seekAttention(false);
    expect(app.desk.flashFrame.mock.calls).toEqual([[true], [false]]);
  });

  it('a number on its icon', async () => {
    const app = await machine.start();
    await (await bridgeOf(app)).setBadge(4);
    expect(app.electron.app.setBadgeCount).toHaveBeenCalledExactlyOnceWith(4);
  });

  it('a session, whose refresh token the page never sees', async () => {
    const app = await machine.start();
    const api = await bridgeOf(app);
    const user = { id: 'usr_0000dana', name: 'Dana Reyes', email: null, role: 'rep' };
    const session = { accessToken: 'a', refreshToken: 'refresh-1', expiresIn: 600, user, isLocked: false };
    app.electron.net.fetch.mockImplementation(async () => new Response(JSON.stringify(session)));
    const begun = await api.beginSession({ operation: 'auth.demo', bearer: null, input: { role: 'rep' } });
    const renewed = await api.renewSession();
    expect([begun, renewed]).toMatchObject([{ value: { refreshToken: null } }, { value: { user } }]);
    expect(JSON.stringify([begun, renewed])).not.toContain('refresh-1');
    await api.endSession();
    expect(await api.renewSession()).toBeNull();
    const addresses = app.electron.net.fetch.mock.calls.map(([address]) => address);
    const door = 'https://desk.example.com/api/v1/auth';
    expect(addresses).toEqual([`${door}/demo`, `${door}/refresh`]);
  });

  it('whether that session outlives the app', async () => {
    expect(await (await bridgeOf(await machine.start())).keepsSession()).toBe(true);
    if (process.platform !== 'linux') return;
    const without = await machine.start({ hasKeychain: false });
    expect(await (await bridgeOf(without)).keepsSession()).toBe(false);
  });
});
