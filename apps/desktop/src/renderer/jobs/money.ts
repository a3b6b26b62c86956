const dollars = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD' });

/** `$1,234.50`. */
export function sayMoney(cents: number): string {
  return dollars.format(cents / 100);
}

/** As it is typed into a field: `1234.50`. */
export function typedMoney(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** What was typed, in whole cents; null when it is no amount. `1,234.5`, `$12` and `-3` are. */
export function centsOf(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/^(-?)\$/, '$1')
    .replaceAll(',', '');
  if (!/^-?\d{1,7}(\.\d{0,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}
