import path from 'node:path';
import { app, dialog, ipcMain, Menu, net, protocol, safeStorage, session } from 'electron';
import { answerDesk } from './answer-desk.ts';
import { focusDesk, notify, seekAttention } from './attention.ts';
import { type Config, readConfig, surroundings } from './config.ts';
import { contentPolicy } from './content-policy.ts';
import { openDesk } from './desk-window.ts';
import { menuTemplate } from './menu.ts';
import { openOutside } from './open-outside.ts';
import { scheme } from './own-scheme.ts';
import { serveDesk } from './serve-desk.ts';
import { keepSessions } from './session-keeper.ts';
import { keepInPlace, limitPermissions } from './shield.ts';
import { tokenShelf } from './token-shelf.ts';

const preload = path.join(import.meta.dirname, '../preload/index.cjs');
const pages = path.join(import.meta.dirname, '../renderer');

const config = readConfig(surroundings(app.isPackaged));
if ('problem' in config) {
  dialog.showErrorBox('Ringdesk cannot start', config.problem);
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  start(config);
} else {
  // The first one hears `second-instance` and comes to the front.
  app.quit();
}

/** What must be settled before the app is ready. */
function start({ server }: Config): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) =>
    keepInPlace(contents, (address) => openOutside(address, server)),
  );
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
  app.on('second-instance', focusDesk);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => open(server));
}

function open(server: URL): void {
  protocol.handle(scheme, serveDesk(pages, contentPolicy(server)));
  limitPermissions(session.defaultSession);
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ isMac, hasDevTools: !app.isPackaged })));
  answerDesk(ipcMain, {
    serverUrl: async () => server.origin,
    notify: async (note) => notify(note),
    seekAttention: async (isSought) => seekAttention(isSought),
    setBadge: async (count) => void app.setBadgeCount(count),
    ...keepSessions({
      server,
      shelf: tokenShelf({ folder: app.getPath('userData'), server, vault: safeStorage }),
      fetch: (address, init) => net.fetch(address, init),
    }),
  });
  openDesk(preload);
}
