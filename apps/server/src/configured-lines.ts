import type { App } from './app.ts';
import type { Config } from './config.ts';
import type { Line } from './lines/line.ts';
import { recordingsAt } from './lines/replay/recordings-at.ts';
import { replayLine } from './lines/replay/replay-line.ts';
import { simulatedLine } from './simulator/simulated-line.ts';

/** The lines that the configuration asks for. Without a seed each start has other callers. */
export function configuredLines(config: Config, app: Pick<App, 'clock' | 'random'>): readonly Line[] {
  const { isOn, callsPerMinute, speed } = config.simulator;
  const seed = config.simulator.seed ?? Math.floor(app.random() * 1_000_000);
  const { clock } = app;
  const lines: Line[] = [];
  if (isOn) lines.push(simulatedLine({ seed, callsPerMinute, speed, clock }));
  if (config.replay !== null)
    lines.push(replayLine({ recordings: recordingsAt(config.replay), clock, pace: 'own', speed }));
  return lines;
}
