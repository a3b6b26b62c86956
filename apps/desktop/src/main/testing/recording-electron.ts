import { existsSync } from 'node:fs';

/** What the built main process did with Electron, written to stdout when it has nothing left to do. */
const record = {
  channels: [] as string[],
  preload: '',
  hasPreload: false,
  sandbox: false,
  /** Status of the start page and of each file it names. */
  pages: {} as Record<string, number>,
  policy: '',
  errors: [] as string[],
};

let serve = async (_request: Request) => new Response('', { status: 500 });

async function visit(address: string): Promise<void> {
  const answer = await serve(new Request(address));
  record.pages[address] = answer.status;
  if (!address.endsWith('.html')) return;
  record.policy = answer.headers.get('Content-Security-Policy') ?? '';
  for (const [, file] of (await answer.text()).matchAll(/(?:src|href)="(.+?)"/g))
    await visit(new URL(file ?? '', address).href);
}

const quiet = () => undefined;

export const app = {
  isPackaged: true,
  requestSingleInstanceLock: () => true,
  enableSandbox: quiet,
  on: quiet,
  whenReady: async () => undefined,
  getPath: () => '/nonexistent',
  exit: quiet,
  quit: quiet,
};
export const dialog = { showErrorBox: (_title: string, text: string) => record.errors.push(text) };
export const ipcMain = { handle: (channel: string) => record.channels.push(channel) };
export const Menu = { buildFromTemplate: (it: unknown) => it, setApplicationMenu: quiet };
export const protocol = {
  registerSchemesAsPrivileged: quiet,
  handle: (_scheme: string, handler: typeof serve) => {
    serve = handler;
  },
};
export const net = {};
export const safeStorage = {};
export const screen = { getAllDisplays: () => [] };
export const session = {
  defaultSession: {
    setPermissionRequestHandler: quiet,
    setPermissionCheckHandler: quiet,
    setDevicePermissionHandler: quiet,
  },
};
export const shell = {};

export class Notification {}

export class BrowserWindow {
  readonly webContents = { on: quiet };
  readonly on = quiet;
  readonly once = quiet;
  readonly loadURL = visit;

  constructor(options: { readonly webPreferences: { readonly preload: string; readonly sandbox: boolean } }) {
    record.preload = options.webPreferences.preload;
    record.hasPreload = existsSync(record.preload);
    record.sandbox = options.webPreferences.sandbox;
  }
}

process.on('exit', () => process.stdout.write(JSON.stringify(record)));
