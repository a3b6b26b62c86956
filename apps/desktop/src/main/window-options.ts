import type { BrowserWindowConstructorOptions } from 'electron';
import { smallest } from './window-place.ts';

/** A window of the desk, as data: no Node, no shared world, sandboxed, awake in the background so that calls still ring. */
export function windowOptions(of: {
  readonly place: BrowserWindowConstructorOptions;
  readonly preload: string;
  readonly hasDevTools: boolean;
}): BrowserWindowConstructorOptions {
  return {
    ...of.place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Ringdesk',
    show: false,
    webPreferences: {
      preload: of.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      backgroundThrottling: false,
      spellcheck: false,
      devTools: of.hasDevTools,
    },
  };
}
