/** Keeps what is named by all the words, those that begin with the first word in front. */
export function findActions<Action extends { readonly label: string }>(
  actions: readonly Action[],
  words: string,
): readonly Action[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = actions.filter(({ label }) => parts.every((part) => label.toLowerCase().includes(part)));
  const first = parts[0];
  if (first === undefined) return found;
  const isInFront = ({ label }: Action) => Number(label.toLowerCase().startsWith(first));
  return [...found].sort((a, b) => isInFront(b) - isInFront(a));
}
