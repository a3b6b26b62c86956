import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';

interface Look {
  readonly theme: Theme;
  /** Asked for here; the system's own wish for more contrast counts as well. */
  readonly isHighContrast: boolean;
}

const key = 'ringdesk.look';
const more = window.matchMedia('(prefers-contrast: more)');

const useLookStore = create<Look>(() => read());

export const useTheme = (): Theme => useLookStore((look) => look.theme);
export const useIsHighContrast = (): boolean => useLookStore((look) => look.isHighContrast);

export function setTheme(theme: Theme): void {
  useLookStore.setState({ theme });
}

export function toggleContrast(): void {
  useLookStore.setState(({ isHighContrast }) => ({ isHighContrast: !isHighContrast }));
}

/** Puts the look on the page, now and at every change; it is kept on this machine. */
export function wearTheme(): void {
  show(useLookStore.getState());
  more.addEventListener('change', () => show(useLookStore.getState()));
  useLookStore.subscribe((look) => {
    localStorage.setItem(key, JSON.stringify(look));
    show(look);
  });
}

function show({ theme, isHighContrast }: Look): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (isHighContrast || more.matches) dataset['contrast'] = 'more';
  else delete dataset['contrast'];
}

function read(): Look {
  const kept = localStorage.getItem(key) ?? '';
  const theme =
    /"theme":"(light|dark)"/.exec(kept)?.[1] === 'light'
      ? 'light'
      : kept.includes('"dark"')
        ? 'dark'
        : 'system';
  return { theme, isHighContrast: kept.includes('"isHighContrast":true') };
}
