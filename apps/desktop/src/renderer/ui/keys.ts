const isApple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

const shown: Readonly<Record<string, string>> = {
  Mod: isApple ? '⌘' : 'Ctrl',
  Shift: isApple ? '⇧' : 'Shift',
  Escape: 'Esc',
  Enter: 'Enter',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** How a key such as `Mod+K` is written on this machine, one piece a cap. */
export function capsOf(keys: string): readonly string[] {
  return keys.split('+').map((key) => shown[key] ?? key);
}
