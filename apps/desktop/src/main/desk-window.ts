import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { startPage } from './own-scheme.ts';
import { windowOptions } from './window-options.ts';
import { parsePlace, placeWindow, type WindowPlace } from './window-place.ts';

/** Opens the desk where it was when it was closed, and shows it when it is drawn. */
export function openDesk(preload: string): void {
  const remembered = readPlace();
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const place = placeWindow(remembered, screens);
  const window = new BrowserWindow(windowOptions({ place, preload, hasDevTools: !app.isPackaged }));
  if (remembered?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writePlace({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
  // The server keeps what was acknowledged and the page its drafts: a page that died is drawn again.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.reload();
  });
  void window.loadURL(startPage);
}

function placeFile(): string {
  return path.join(app.getPath('userData'), 'window.json');
}

function readPlace(): WindowPlace | null {
  try {
    return parsePlace(readFileSync(placeFile(), 'utf8'));
  } catch {
    return null;
  }
}

function writePlace(place: WindowPlace): void {
  try {
    writeFileSync(placeFile(), JSON.stringify(place));
  } catch {
    // A full disk costs the place of the window, not the closing of it.
  }
}
