let running: Promise<unknown> | null = null;

/**
 * Runs what begins a session. Where somebody is signed in already, the server ends the session before it and answers with
 * the new one: whoever hears of the end first waits here for the answer.
 */
export async function begin<Value>(run: () => Promise<Value>): Promise<Value> {
  const asked = run();
  running = asked;
  try {
    return await asked;
  } finally {
    if (running === asked) running = null;
  }
}

/** Resolves when no session is beginning. */
export async function nothingBegins(): Promise<void> {
  while (running !== null) await running.then(quiet, quiet);
}

function quiet(): void {
  // Whoever asked hears of it.
}
