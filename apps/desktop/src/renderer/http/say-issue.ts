/** What schemas say when nobody gave them words of their own, and what a person reads instead. */
const plainWords: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^Too big: expected string to have <=(\d+) characters$/, 'Use at most $1 characters'],
  [/^Too small: expected string to have >=(\d+) characters$/, 'Use at least $1 characters'],
  [/^Too big: expected array to have <=(\d+) items$/, 'At most $1 fit here'],
  [/^Too (?:big|small): expected (?:number|int) to be [<>]=?(-?[\d.]+)$/, 'The amount goes up to $1'],
];

/** What is wrong with a field, as a person reads it: it begins with a capital and names no type. */
export function sayIssue(message: string): string {
  const [pattern, words] = plainWords.find(([one]) => one.test(message)) ?? [];
  const said = pattern === undefined || words === undefined ? message : message.replace(pattern, words);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
