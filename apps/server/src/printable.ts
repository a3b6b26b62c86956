/**
 * Characters that do something instead of being seen: controls with line breaks and escapes, separators of lines, and those
 * that turn the direction of what stands beside them (Unicode, categories Cc, Zl, Zp and the bidirectional controls).
 */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** A stranger's words on one line that prints as it reads, with `instead` in the place of each character that does not. */
export function printable(text: string, instead = ''): string {
  return text.replaceAll(unseen, instead);
}
