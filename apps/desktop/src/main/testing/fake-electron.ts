import type * as E from 'electron';
import { vi } from 'vitest';

type Listener = (...words: unknown[]) => unknown;
type IpcHandler = Parameters<E.IpcMain['handle']>[1];

/** What of Electron's classes the fakes have; `on` and `once` are overloaded as no object here can be, and are recorded. */
type Some<Thing> = Partial<Omit<Thing, 'on' | 'once'>>;

/** Somewhere that listeners are added to, and that a test lets speak. */
class Speaker {
  private readonly heard = new Map<string, Listener[]>();

  readonly on = (event: string, listener: Listener) => {
    this.heard.set(event, [...(this.heard.get(event) ?? []), listener]);
  };
  readonly once = this.on;
  readonly tell = (event: string, ...words: unknown[]) => {
    for (const listener of this.heard.get(event) ?? []) listener(...words);
  };
}

class FakeContents extends Speaker {
  setWindowOpenHandler = vi.fn<E.WebContents['setWindowOpenHandler']>();
}

class FakeWindow extends Speaker {
  readonly webContents = new FakeContents();
  readonly options: E.BrowserWindowConstructorOptions;
  loadURL = vi.fn<E.BrowserWindow['loadURL']>(async () => undefined);
  show = vi.fn<E.BrowserWindow['show']>();
  focus = vi.fn<E.BrowserWindow['focus']>();
  restore = vi.fn<E.BrowserWindow['restore']>();
  reload = vi.fn<E.BrowserWindow['reload']>();
  maximize = vi.fn<E.BrowserWindow['maximize']>();
  flashFrame = vi.fn<E.BrowserWindow['flashFrame']>();
  isMinimized = vi.fn<E.BrowserWindow['isMinimized']>(() => true);
  isMaximized = vi.fn<E.BrowserWindow['isMaximized']>(() => false);
  getNormalBounds = vi.fn<E.BrowserWindow['getNormalBounds']>(() => ({
    x: 10,
    y: 20,
    width: 1200,
    height: 800,
  }));
  constructor(options: E.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
}

class FakeNotification extends Speaker {
  readonly options: E.NotificationConstructorOptions;
  show = vi.fn<E.Notification['show']>();
  close = vi.fn<E.Notification['close']>();
  constructor(options: E.NotificationConstructorOptions) {
    super();
    this.options = options;
  }
}

class FakeApp extends Speaker {
  readonly dock = undefined;
  readonly isPackaged: boolean;
  readonly requestSingleInstanceLock;
  readonly getPath;
  whenReady = vi.fn<E.App['whenReady']>(async () => undefined);
  enableSandbox = vi.fn<E.App['enableSandbox']>();
  quit = vi.fn<E.App['quit']>();
  exit = vi.fn<E.App['exit']>();
  setBadgeCount = vi.fn<E.App['setBadgeCount']>(() => true);
  constructor(facts: Machine) {
    super();
    this.isPackaged = facts.isPackaged ?? false;
    this.requestSingleInstanceLock = vi.fn<E.App['requestSingleInstanceLock']>(() => facts.isFirst ?? true);
    this.getPath = vi.fn<E.App['getPath']>(() => facts.userData);
  }
}

/** What the machine is like: where the app keeps its files, whether it is installed, whether it runs already. */
interface Machine {
  readonly userData: string;
  readonly isPackaged?: boolean;
  readonly isFirst?: boolean;
  /** The keychain of the system; without it secrets would only be hidden, as Chromium's `basic_text` does. */
  readonly hasKeychain?: boolean;
}

/** A keychain whose secrets can be told from what they hold. */
export function fakeVault(hasKeychain: boolean) {
  return {
    isEncryptionAvailable: vi.fn<E.SafeStorage['isEncryptionAvailable']>(() => true),
    getSelectedStorageBackend: vi.fn<E.SafeStorage['getSelectedStorageBackend']>(() =>
      hasKeychain ? 'gnome_libsecret' : 'basic_text',
    ),
    encryptString: vi.fn<E.SafeStorage['encryptString']>((text) =>
      Buffer.concat([Buffer.from('sealed'), Buffer.from(text).map((byte) => byte ^ 0x5a)]),
    ),
    decryptString: vi.fn<E.SafeStorage['decryptString']>((sealed) => {
      if (sealed.subarray(0, 6).toString() !== 'sealed') throw new Error('Error while decrypting');
      return Buffer.from(sealed.subarray(6).map((byte) => byte ^ 0x5a)).toString();
    }),
  };
}

/** Electron as far as the main process uses it. Its types are Electron's own, so that a change there does not compile here. */
export function fakeElectron(machine: Machine) {
  const windows: FakeWindow[] = [];
  const notifications: FakeNotification[] = [];
  const handlers = new Map<string, IpcHandler>();
  const app = new FakeApp(machine) satisfies Some<E.App>;
  const electron = {
    app,
    BrowserWindow: class extends FakeWindow {
      static readonly getAllWindows = () => windows;
      constructor(options: E.BrowserWindowConstructorOptions) {
        super(options);
        windows.push(this satisfies Some<Omit<E.BrowserWindow, 'webContents'>>);
        app.tell('web-contents-created', {}, this.webContents satisfies Some<E.WebContents>);
      }
    },
    Notification: class extends FakeNotification {
      constructor(options: E.NotificationConstructorOptions) {
        super(options);
        notifications.push(this satisfies Some<E.Notification>);
      }
    },
    dialog: { showErrorBox: vi.fn<E.Dialog['showErrorBox']>() },
    ipcMain: {
      handle: vi.fn<E.IpcMain['handle']>((channel, handler) => void handlers.set(channel, handler)),
    },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: vi.fn<(template: unknown) => void>(),
    },
    protocol: {
      registerSchemesAsPrivileged: vi.fn<E.Protocol['registerSchemesAsPrivileged']>(),
      handle: vi.fn<E.Protocol['handle']>(),
    },
    net: { fetch: vi.fn<E.Net['fetch']>(async () => new Response('', { status: 503 })) },
    safeStorage: fakeVault(machine.hasKeychain ?? true) satisfies Partial<E.SafeStorage>,
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: {
      defaultSession: {
        setPermissionRequestHandler: vi.fn<E.Session['setPermissionRequestHandler']>(),
        setPermissionCheckHandler: vi.fn<E.Session['setPermissionCheckHandler']>(),
        setDevicePermissionHandler: vi.fn<E.Session['setDevicePermissionHandler']>(),
      },
    },
    shell: { openExternal: vi.fn<E.Shell['openExternal']>(async () => undefined) },
  };
  return { electron, windows, notifications, handlers };
}
