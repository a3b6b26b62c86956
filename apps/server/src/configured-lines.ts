import type { App } from './app.ts';
import type { Config } from './config.ts';
import type { Line } from './lines/line.ts';
import { simulatedLine } from './simulator/simulated-line.ts';

/** The lines that the configuration asks for. Without a seed each start has other callers. */
export function configuredLines(
  config: Config,
  { clock, random }: Pick<App, 'clock' | 'random'>,
): readonly Line[] {
  const { isOn, seed, callsPerMinute, speed } = config.simulator;
  if (!isOn) return [];
  const chosenSeed = seed ?? Math.floor(random() * 1_000_000);
  return [simulatedLine({ seed: chosenSeed, callsPerMinute, speed, clock })];
}
