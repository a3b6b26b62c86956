/**
 * Asks for the whole desk again, gathering wishes for `gatherMs`, and never twice at the same time: a wish during a
 * question is asked once more after its answer.
 */
export function createCatchUp(open: () => Promise<void>, gatherMs: number): () => void {
  let isWanted = false;
  let isBusy = false;
  async function run(): Promise<void> {
    isBusy = true;
    await new Promise((resume) => setTimeout(resume, gatherMs));
    isWanted = false;
    try {
      await open();
    } finally {
      isBusy = false;
    }
    if (isWanted) void run();
  }
  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
}
