/** An extension behind a number as people write it, such as `ext. 12`, `x12` and `#12`. */
const extensionBehind = /[\s,;(]*(?:ext(?:ension|n)?|x|#)[\s.:#=]*(\d+)\)?\s*$/i;

/** The extension that is written behind a number, or null. */
export function extensionIn(written: string): string | null {
  return extensionBehind.exec(written)?.[1] ?? null;
}

export function withoutExtension(written: string): string {
  return written.replace(extensionBehind, '');
}

/** Whether two writings mean the same number: its last ten digits say it, whatever stands around them and behind it. */
export function isSameNumber(a: string, b: string): boolean {
  const [left, right] = [a, b].map((one) => withoutExtension(one).replace(/\D/g, '').slice(-10));
  return left !== undefined && left.length >= 5 && left === right;
}
