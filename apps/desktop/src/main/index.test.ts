import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { onMachine } from './testing/start-app.ts';

const machine = onMachine();

/** An attempt to leave, as Electron tells it. */
function attempt(url: string, isMainFrame = true) {
  return { url, isMainFrame, preventDefault: vi.fn<() => void>() };
}

describe('when the app starts', () => {
  it('one window opens on its own scheme, sandboxed and without Node', async () => {
    const app = await machine.start();
    expect(app.windows).toHaveLength(1);
    expect(app.desk.options.webPreferences).toMatchObject({
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
    expect(app.desk.options.webPreferences).not.toHaveProperty('enableBlinkFeatures');
    expect(app.desk.loadURL).toHaveBeenCalledExactlyOnceWith('app://ringdesk/index.html');
    expect(app.electron.app.enableSandbox).toHaveBeenCalledOnce();
  });

  it('the own scheme is secure and standard before the app is ready, and no file scheme', async () => {
    const app = await machine.start();
    const { registerSchemesAsPrivileged, handle } = app.electron.protocol;
    expect(registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    expect(registerSchemesAsPrivileged.mock.invocationCallOrder[0]).toBeLessThan(
      app.electron.app.whenReady.mock.invocationCallOrder[0] ?? 0,
    );
    expect(handle.mock.calls.map(([scheme]) => scheme)).toEqual(['app']);
  });

  it('pages get the content policy of the server they were told', async () => {
    const app = await machine.start();
    const serve = app.electron.protocol.handle.mock.calls[0]?.[1];
    const answer = await serve?.(new Request('app://ringdesk/nothing.js'));
    expect(answer?.headers.get('Content-Security-Policy')).toContain(
      "connect-src 'self' https://desk.example.com wss://desk.example.com;",
    );
  });

  it('the developer tools are off in an installed app, on while it is built', async () => {
    const installed = await machine.start({ isPackaged: true });
    expect(installed.desk.options.webPreferences?.devTools).toBe(false);
    const built = await machine.start();
    expect(built.desk.options.webPreferences?.devTools).toBe(true);
  });

  it('a second one goes away and the first comes to the front', async () => {
    const second = await machine.run({ isFirst: false });
    expect(second.electron.app.quit).toHaveBeenCalledOnce();
    expect(second.windows).toEqual([]);
    const app = await machine.start();
    app.electron.app.tell('second-instance');
    expect(app.desk.restore).toHaveBeenCalledOnce();
    expect(app.desk.focus).toHaveBeenCalledOnce();
  });

  it('an address that is none is said in a sentence, and nothing is opened', async () => {
    vi.stubEnv('RINGDESK_URL', 'http://desk.example.com');
    const app = await machine.run();
    expect(app.electron.dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(
      'Ringdesk cannot start',
      expect.stringContaining('“http://desk.example.com”'),
    );
    expect(app.electron.app.exit).toHaveBeenCalledExactlyOnceWith(1);
    expect(app.windows).toEqual([]);
    expect(app.handlers.size).toBe(0);
  });

  it('an installed app with a debugger in its arguments opens nothing', async () => {
    process.argv.push('--remote-debugging-port=9222');
    const app = await machine.run({ isPackaged: true }).finally(() => process.argv.pop());
    expect(app.electron.app.exit).toHaveBeenCalledExactlyOnceWith(1);
    expect(app.windows).toEqual([]);
  });

  it('closing the window ends the app', async () => {
    const app = await machine.start();
    app.electron.app.tell('window-all-closed');
    expect(app.electron.app.quit).toHaveBeenCalledOnce();
  });
});

describe('the page stays where it is', () => {
  it.each(['will-navigate', 'will-frame-navigate'])('%s to anything else is denied', async (event) => {
    const app = await machine.start();
    const away = attempt('https://desk.example.com.evil.example/');
    const again = attempt('app://ringdesk/index.html');
    app.desk.webContents.tell(event, away);
    app.desk.webContents.tell(event, again);
    expect(away.preventDefault).toHaveBeenCalledOnce();
    expect(again.preventDefault).not.toHaveBeenCalled();
  });

  it('a frame inside it shows nothing, not even the desk', async () => {
    const app = await machine.start();
    const inside = attempt('app://ringdesk/index.html', false);
    app.desk.webContents.tell('will-frame-navigate', inside);
    expect(inside.preventDefault).toHaveBeenCalledOnce();
  });

  it.each(['will-redirect', 'will-attach-webview'])('%s is denied', async (event) => {
    const app = await machine.start();
    const attempted = attempt('app://ringdesk/index.html');
    app.desk.webContents.tell(event, attempted);
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
    const app = await machine.start();
    const deny = app.desk.webContents.setWindowOpenHandler.mock.calls[0]?.[0];
    expect(deny?.({ url } as never)).toEqual({ action: 'deny' });
    expect(app.electron.shell.openExternal).toHaveBeenCalledTimes(times);
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
    const app = await machine.start();
    const session = app.electron.session.defaultSession;
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
    const app = await machine.start();
    const event = { preventDefault: vi.fn<() => void>() };
    const trust = vi.fn<(isTrusted: boolean) => void>();
    app.electron.app.tell('certificate-error', event, {}, 'https://desk.example.com', 'ERR', {}, trust);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(trust).toHaveBeenCalledExactlyOnceWith(false);
  });
});

describe('the window', () => {
  it('is shown when it is drawn', async () => {
    const app = await machine.start();
    expect(app.desk.show).not.toHaveBeenCalled();
    app.desk.tell('ready-to-show');
    expect(app.desk.show).toHaveBeenCalledOnce();
  });

  it('opens where it was closed, and as large', async () => {
    const app = await machine.start();
    app.desk.isMaximized.mockReturnValue(true);
    app.desk.tell('close');
    const again = await machine.start();
    expect(again.desk.options).toMatchObject({ x: 10, y: 20, width: 1200, height: 800 });
    expect(again.desk.maximize).toHaveBeenCalledOnce();
  });

  it('opens at its usual size when what was remembered is damaged', async () => {
    writeFileSync(path.join(machine.userData(), 'window.json'), '{');
    const app = await machine.start();
    expect(app.desk.options).toMatchObject({ width: 1440, height: 900 });
    expect(app.desk.maximize).not.toHaveBeenCalled();
  });

  it('closes although its place cannot be kept', async () => {
    const app = await machine.start({ userData: path.join(machine.userData(), 'gone') });
    expect(() => app.desk.tell('close')).not.toThrow();
    expect(existsSync(path.join(machine.userData(), 'gone'))).toBe(false);
  });

  it('is drawn again when its page died, and left alone when it was closed', async () => {
    const app = await machine.start();
    app.desk.webContents.tell('render-process-gone', {}, { reason: 'clean-exit' });
    expect(app.desk.reload).not.toHaveBeenCalled();
    app.desk.webContents.tell('render-process-gone', {}, { reason: 'oom' });
    expect(app.desk.reload).toHaveBeenCalledOnce();
  });
});
