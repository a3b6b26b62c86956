import { app, BrowserWindow, Notification } from 'electron';

let shown: Notification | null = null;

/** Shows a notification in place of the last one; a click on it brings the desk to the front. The desk makes the sound. */
export function notify(note: { readonly title: string; readonly body: string }): void {
  shown?.close();
  // Kept, because a notification that is forgotten is collected together with its click.
  shown = new Notification({ ...note, silent: true });
  shown.on('click', focusDesk);
  shown.show();
}

/** Flashes in the taskbar (bounces in the dock) until the desk is looked at or it is told to stop. */
export function seekAttention(isSought: boolean): void {
  if (app.dock !== undefined) {
    if (isSought) app.dock.bounce('informational');
    return;
  }
  for (const window of BrowserWindow.getAllWindows()) window.flashFrame(isSought);
}

export function focusDesk(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
