import { loudnessNow, onRingSettings } from './ring-settings.store.ts';

/** Two soft tones, a falling fourth, as a doorbell says it; in hertz and seconds. */
const tones = [
  { hertz: 783.99, atSeconds: 0 },
  { hertz: 587.33, atSeconds: 0.22 },
] as const;
const toneSeconds = 0.9;
const everyMs = 2_600;
/** The loudest a tone may be, of full scale: an offer is news, not an alarm. */
const peak = 0.22;

let context: AudioContext | null = null;
let ringing: { readonly stop: () => void } | null = null;

/**
 * A browser keeps a page silent until somebody has touched it, and complains about each try: nothing is tried before.
 */
function readyContext(): AudioContext | null {
  if (!navigator.userActivation.hasBeenActive || typeof AudioContext === 'undefined') return null;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  return context;
}

/** Rings once at a loudness from 0 to 1; silent where sound is not possible. */
export function ringOnce(loudness: number): void {
  const audio = loudness > 0 ? readyContext() : null;
  if (audio === null) return;
  for (const { hertz, atSeconds } of tones)
    playTone(audio, hertz, { at: audio.currentTime + atSeconds, loudness });
}

function playTone(
  audio: AudioContext,
  hertz: number,
  how: { readonly at: number; readonly loudness: number },
): void {
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
  const gain = new GainNode(audio, { gain: 0 });
  // Loudness is heard by its logarithm: the square makes the middle of the slider sound like the middle.
  const top = Math.max(0.0002, peak * how.loudness ** 2);
  gain.gain.setValueAtTime(0.0001, how.at);
  gain.gain.exponentialRampToValueAtTime(top, how.at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, how.at + toneSeconds);
  tone.connect(gain).connect(audio.destination);
  tone.start(how.at);
  tone.stop(how.at + toneSeconds);
}

/** Rings until told to stop. A change of volume or mute is heard at the next ring, silence at once. */
export function startRinging(): void {
  if (ringing !== null) return;
  const ring = () => ringOnce(loudnessNow());
  ring();
  const timer = setInterval(ring, everyMs);
  const stopHearing = onRingSettings(() => {
    if (loudnessNow() === 0) void context?.suspend();
  });
  ringing = {
    stop: () => {
      clearInterval(timer);
      stopHearing();
    },
  };
}

/** Silence, at once: also the tone that still sounds. */
export function stopRinging(): void {
  ringing?.stop();
  ringing = null;
  void context?.suspend();
}
