import type { MenuItemConstructorOptions } from 'electron';

/** The app's menu: what the platform expects for text and windows, and nothing that leads away from the desk. */
export function menuTemplate(of: {
  readonly isMac: boolean;
  readonly hasDevTools: boolean;
}): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
  const tools: MenuItemConstructorOptions[] = [{ role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    ...(of.isMac
      ? [{ role: 'appMenu' } as const]
      : [{ label: 'Ringdesk', submenu: [{ role: 'quit' } as const] }]),
    { role: 'editMenu' },
    { label: 'View', submenu: of.hasDevTools ? [...view, { type: 'separator' }, ...tools] : view },
    { role: 'windowMenu' },
  ];
}
