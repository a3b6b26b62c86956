/** Everything the transcript says. */
export const transcriptMessages = {
  title: 'Transcript',
  words: 'What was said',
  loading: 'Loading the transcript',
  silentTitle: 'The caller has not said anything yet.',
  silent: 'The words appear here as they are spoken.',
  neverSpoke: 'Nothing was said on this call.',
  troubleTitle: 'The transcript cannot be shown right now.',
  troubleSafe: 'The words are stored on the server; nothing is lost.',
  tryAgain: 'Try again',
  live: 'Live',
  speaking: (names: readonly string[]) => `Live · ${names.join(', ')} speaking`,
  notLive: 'Not live. Trying again …',
  turns: (count: number) => (count === 1 ? '1 turn' : `${count} turns`),
  now: 'Now',
  goNow: (newTurns: number) =>
    newTurns === 0
      ? 'Go to the newest words'
      : `Go to the newest words, ${transcriptMessages.newTurns(newTurns)}`,
  newTurns: (count: number): string => (count === 1 ? '1 new turn' : `${count} new turns`),
  find: 'Find in the transcript',
  findPlaceholder: 'Find in this call',
  found: (place: number, count: number) => `${place} of ${count}`,
  foundNothing: 'Not said so far',
  foundNothingEnded: 'Not said on this call',
  previous: 'Previous match',
  next: 'Next match',
  closeFind: 'Close find',
  said: (name: string, text: string) => `${name}: ${text}`,
};
