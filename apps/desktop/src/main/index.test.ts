import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bridge, channels } from '../ipc.ts';
import { fakeElectron } from './testing/fake-electron.ts';

let userData: string;
let fake: ReturnType<typeof fakeElectron>;

beforeEach(() => {
  userData = mkdtempSync(path.join(tmpdir(), 'ringdesk-main-'));
  vi.stubEnv('RINGDESK_URL', 'https://desk.example.com');
});
afterEach(() => {
  vi.doUnmock('electron');
  vi.unstubAllEnvs();
  vi.resetModules();
  rmSync(userData, { recursive: true });
});

/** Runs the main process itself, on a machine of this kind, until its window is open. */
async function startApp(machine: Partial<Parameters<typeof fakeElectron>[0]> = {}): Promise<void> {
  fake = fakeElectron({ userData, ...machine });
  vi.doMock('electron', () => fake.electron);
  await import('./index.ts');
  await Promise.resolve();
}

/** The first window; a test that needs one fails when there is none. */
function desk() {
  const [window] = fake.windows;
  if (window === undefined) throw new Error('no window is open');
  return window;
}

/** An attempt to leave, as Electron tells it. */
function attempt(url: string, isMainFrame = true) {
  return { url, isMainFrame, preventDefault: vi.fn<() => void>() };
}

describe('when the app starts', () => {
  it('one window opens on its own scheme, sandboxed and without Node', async () => {
    await startApp();
    expect(fake.windows).toHaveLength(1);
    expect(desk().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      backgroundThrottling: false,
    });
    expect(desk().options.webPreferences).not.toHaveProperty('enableBlinkFeatures');
    expect(desk().loadURL).toHaveBeenCalledExactlyOnceWith('app://ringdesk/index.html');
    expect(fake.electron.app.enableSandbox).toHaveBeenCalledOnce();
  });

  it('the own scheme is secure and standard before the app is ready, and no file scheme', async () => {
    await startApp();
    const { registerSchemesAsPrivileged, handle } = fake.electron.protocol;
    expect(registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    expect(registerSchemesAsPrivileged.mock.invocationCallOrder[0]).toBeLessThan(
      fake.electron.app.whenReady.mock.invocationCallOrder[0] ?? 0,
    );
    expect(handle.mock.calls.map(([scheme]) => scheme)).toEqual(['app']);
  });

  it('pages get the content policy of the server they were told', async () => {
    await startApp();
    const serve = fake.electron.protocol.handle.mock.calls[0]?.[1];
    const answer = await serve?.(new Request('app://ringdesk/nothing.js'));
    expect(answer?.headers.get('Content-Security-Policy')).toContain(
      "connect-src 'self' https://desk.example.com wss://desk.example.com;",
    );
  });

  it('the developer tools are off in an installed app, on while it is built', async () => {
    await startApp({ isPackaged: true });
    expect(desk().options.webPreferences?.devTools).toBe(false);
    vi.resetModules();
    await startApp();
    expect(desk().options.webPreferences?.devTools).toBe(true);
  });

  it('a second one goes away and the first comes to the front', async () => {
    await startApp({ isFirst: false });
    expect(fake.electron.app.quit).toHaveBeenCalledOnce();
    expect(fake.windows).toEqual([]);
    vi.resetModules();
    await startApp();
    fake.electron.app.tell('second-instance');
    expect(desk().restore).toHaveBeenCalledOnce();
    expect(desk().focus).toHaveBeenCalledOnce();
  });

  it('an address that is none is said in a sentence, and nothing is opened', async () => {
    vi.stubEnv('RINGDESK_URL', 'http://desk.example.com');
    await startApp();
    expect(fake.electron.dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(
      'Ringdesk cannot start',
      expect.stringContaining('“http://desk.example.com”'),
    );
    expect(fake.electron.app.exit).toHaveBeenCalledExactlyOnceWith(1);
    expect(fake.windows).toEqual([]);
    expect(fake.handlers.size).toBe(0);
  });

  it('an installed app with a debugger in its arguments opens nothing', async () => {
    process.argv.push('--remote-debugging-port=9222');
    try {
      await startApp({ isPackaged: true });
    } finally {
      process.argv.pop();
    }
    expect(fake.electron.app.exit).toHaveBeenCalledExactlyOnceWith(1);
    expect(fake.windows).toEqual([]);
  });

  it('closing the window ends the app', async () => {
    await startApp();
    fake.electron.app.tell('window-all-closed');
    expect(fake.electron.app.quit).toHaveBeenCalledOnce();
  });
});

describe('the page stays where it is', () => {
  it.each(['will-navigate', 'will-frame-navigate'])('%s to anything else is denied', async (event) => {
    await startApp();
    const away = attempt('https://desk.example.com.evil.example/');
    const again = attempt('app://ringdesk/index.html');
    desk().webContents.tell(event, away);
    desk().webContents.tell(event, again);
    expect(away.preventDefault).toHaveBeenCalledOnce();
    expect(again.preventDefault).not.toHaveBeenCalled();
  });

  it('a frame inside it shows nothing, not even the desk', async () => {
    await startApp();
    const inside = attempt('app://ringdesk/index.html', false);
    desk().webContents.tell('will-frame-navigate', inside);
    expect(inside.preventDefault).toHaveBeenCalledOnce();
  });

  it.each(['will-redirect', 'will-attach-webview'])('%s is denied', async (event) => {
    await startApp();
    const attempted = attempt('app://ringdesk/index.html');
    desk().webContents.tell(event, attempted);
    expect(attempted.preventDefault).toHaveBeenCalledOnce();
  });

  it.each([
    ['https://desk.example.com/docs', 1],
    ['https://evil.example/', 0],
    ['file:///etc/passwd', 0],
    ['smb://server/share', 0],
    ['ms-msdt:/id PCWDiagnostic', 0],
    ['javascript:alert(1)', 0],
    ['data:text/html,x', 0],
    ['mailto:rep@desk.example.com', 0],
    ['about:blank', 0],
    ['', 0],
  ])('a new window for “%s” is denied, and the browser is asked %i times', async (url, times) => {
    await startApp();
    const deny = desk().webContents.setWindowOpenHandler.mock.calls[0]?.[0];
    expect(deny?.({ url } as never)).toEqual({ action: 'deny' });
    expect(fake.electron.shell.openExternal).toHaveBeenCalledTimes(times);
  });

  it('no other place in the main process opens anything outside', () => {
    const sources = readdirSync(import.meta.dirname).filter((name) => /(?<!\.test)\.ts$/.test(name));
    const callers = sources.filter((name) =>
      /openExternal|openPath|showItemInFolder|child_process/.test(
        readFileSync(path.join(import.meta.dirname, name), 'utf8'),
      ),
    );
    expect(callers).toEqual(['open-outside.ts']);
  });

  it('permissions are asked of the list, devices of nobody', async () => {
    await startApp();
    const session = fake.electron.session.defaultSession;
    const request = session.setPermissionRequestHandler.mock.calls[0]?.[0];
    const check = session.setPermissionCheckHandler.mock.calls[0]?.[0];
    const device = session.setDevicePermissionHandler.mock.calls[0]?.[0];
    const answered = vi.fn<(isGranted: boolean) => void>();
    const details = { requestingUrl: 'app://ringdesk/index.html' } as never;
    request?.({} as never, 'media', answered, details);
    request?.({} as never, 'clipboard-sanitized-write', answered, details);
    expect(answered.mock.calls).toEqual([[false], [true]]);
    expect(check?.(null, 'geolocation', 'app://ringdesk', {} as never)).toBe(false);
    expect(check?.(null, 'loopback-network', 'app://ringdesk', {} as never)).toBe(true);
    expect(device?.({} as never)).toBe(false);
  });

  it('a certificate that does not hold is refused', async () => {
    await startApp();
    const event = { preventDefault: vi.fn<() => void>() };
    const trust = vi.fn<(isTrusted: boolean) => void>();
    fake.electron.app.tell('certificate-error', event, {}, 'https://desk.example.com', 'ERR', {}, trust);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(trust).toHaveBeenCalledExactlyOnceWith(false);
  });
});

describe('the window', () => {
  it('is shown when it is drawn', async () => {
    await startApp();
    expect(desk().show).not.toHaveBeenCalled();
    desk().tell('ready-to-show');
    expect(desk().show).toHaveBeenCalledOnce();
  });

  it('opens where it was closed, and as large', async () => {
    await startApp();
    desk().isMaximized.mockReturnValue(true);
    desk().tell('close');
    vi.resetModules();
    await startApp();
    expect(desk().options).toMatchObject({ x: 10, y: 20, width: 1200, height: 800 });
    expect(desk().maximize).toHaveBeenCalledOnce();
  });

  it('opens at its usual size when what was remembered is damaged', async () => {
    writeFileSync(path.join(userData, 'window.json'), '{');
    await startApp();
    expect(desk().options).toMatchObject({ width: 1440, height: 900 });
    expect(desk().maximize).not.toHaveBeenCalled();
  });

  it('closes although its place cannot be kept', async () => {
    await startApp({ userData: path.join(userData, 'gone') });
    expect(() => desk().tell('close')).not.toThrow();
    expect(existsSync(path.join(userData, 'gone'))).toBe(false);
  });

  it('is drawn again when its page died, and left alone when it was closed', async () => {
    await startApp();
    desk().webContents.tell('render-process-gone', {}, { reason: 'clean-exit' });
    expect(desk().reload).not.toHaveBeenCalled();
    desk().webContents.tell('render-process-gone', {}, { reason: 'oom' });
    expect(desk().reload).toHaveBeenCalledOnce();
  });
});

/** The bridge as the page sees it: the real preload, speaking to the real handlers. */
async function bridge(): Promise<Bridge> {
  const exposed: Record<string, Bridge> = {};
  const event = { senderFrame: { parent: null, url: 'app://ringdesk/index.html' } };
  vi.resetModules();
  vi.doMock('electron', () => ({
    contextBridge: {
      exposeInMainWorld: (name: string, api: Bridge) => Object.assign(exposed, { [name]: api }),
    },
    // Only what a structured clone lets through arrives.
    ipcRenderer: {
      invoke: async (channel: string, ...sent: unknown[]) =>
        fake.handlers.get(channel)?.(event as never, ...structuredClone(sent)),
    },
  }));
  await import('../preload/index.ts');
  expect(Object.keys(exposed)).toEqual(['ringdesk']);
  return exposed['ringdesk'] as Bridge;
}

describe('what the page may ask', () => {
  it('is exactly the members of the bridge, each a function of its own', async () => {
    await startApp();
    const api = await bridge();
    expect(Object.keys(api).sort()).toEqual(['kind', ...Object.keys(channels)].sort());
    expect([...fake.handlers.keys()].sort()).toEqual(Object.values(channels).sort());
    const values = Object.values(api).filter((it) => it !== 'desktop');
    expect(values.every((it) => typeof it === 'function')).toBe(true);
  });

  it('where its server is', async () => {
    await startApp();
    expect(await (await bridge()).serverUrl()).toBe('https://desk.example.com');
  });

  it('a notification, which takes the place of the last one and brings the desk to the front', async () => {
    await startApp();
    const api = await bridge();
    await api.notify({ title: 'A call', body: 'Ada Park' });
    await api.notify({ title: 'Another', body: 'Lee' });
    const [first, second] = fake.notifications;
    expect(first?.close).toHaveBeenCalledOnce();
    expect(second?.options).toEqual({ title: 'Another', body: 'Lee', silent: true });
    expect(second?.show).toHaveBeenCalledOnce();
    second?.tell('click');
    expect(desk().focus).toHaveBeenCalledOnce();
  });

  it('attention, and no more of it', async () => {
    await startApp();
    const api = await bridge();
    await api.seekAttention(true);
    await api.seekAttention(false);
    expect(desk().flashFrame.mock.calls).toEqual([[true], [false]]);
  });

  it('a number on its icon', async () => {
    await startApp();
    await (await bridge()).setBadge(4);
    expect(fake.electron.app.setBadgeCount).toHaveBeenCalledExactlyOnceWith(4);
  });
});
