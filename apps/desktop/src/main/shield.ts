import type { Session, WebContents } from 'electron';
import { mayShow } from './links.ts';
import { mayUse } from './permissions.ts';

/** Keeps a page where it is: no other page, no new window, no page in the page. `open` gets the links that were clicked. */
export function keepInPlace(contents: WebContents, open: (address: string) => void): void {
  contents.on('will-navigate', (event) => {
    if (!mayShow(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !mayShow(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    open(url);
    return { action: 'deny' };
  });
}

/** Grants what the list says and nothing else; devices are never handed out. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayUse(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setDevicePermissionHandler(() => false);
}
