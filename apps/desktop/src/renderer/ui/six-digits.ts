const length = 6;
/** Six digits, in halves or not, that are no part of a longer word or number such as a telephone number. */
const whole = /(?<![\d\p{L}])(?<!\d[ -])\d{3}[ -]?\d{3}(?![\d\p{L}])(?![ -]\d)/gu;

/**
 * The six digits in a pasted text: `123456`, `123 456`, `123-456`, or the only such number in a whole mail. Null when
 * there is none, or more than one to choose from. Digits of full width count as digits.
 */
export function sixDigitsIn(text: string): string | null {
  const found = text.normalize('NFKC').match(whole) ?? [];
  const codes = new Set(found.map((one) => one.replace(/\D/gu, '')));
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? code : null;
}

/** What stays of something typed into a field for six digits. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/gu, '').slice(0, length);
}
