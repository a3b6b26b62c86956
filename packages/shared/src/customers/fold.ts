/** Letters that Unicode does not take apart, as they are typed without them; the last sigma is a sigma (Unicode, SpecialCasing). */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  ς: 'σ',
};
const isPlain = /^[\x20-\x7e]*$/;
const apostrophes = /['’‘ʼ`]/g;

/**
 * Words as they are compared: lower case, without accents (NFKD) and apostrophes, with one blank for any other sign.
 * What is part of a text is part of the folded text, too.
 */
export function fold(text: string): string {
  if (isPlain.test(text))
    return text
      .toLowerCase()
      .replace(apostrophes, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .replaceAll('´', "'")
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðħıłŧþς]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(apostrophes, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
