/** What the tray of waiting writes says. */
export const outboxMessages = {
  waiting: (count: number) =>
    count === 1 ? '1 change waits for the server.' : `${count} changes wait for the server.`,
  refused: (count: number) => (count === 1 ? '1 change was not taken.' : `${count} changes were not taken.`),
  show: 'Show',
  title: 'Changes on their way',
  about: 'They are kept on this computer, also when you close the window, and each is done once.',
  empty: 'Everything is saved.',
  close: 'Close',
  retryAll: 'Try now',
  retry: 'Try again',
  giveUp: 'Give up',
  reallyGiveUp: 'Really give up',
  waits: 'waits for the server',
  conflict: 'Changed in the meantime',
  mine: 'Mine',
  theirs: 'Theirs',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  gone: 'It cannot be read any more.',
} as const;
