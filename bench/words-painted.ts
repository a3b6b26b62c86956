import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { fillFloor } from './busy-floor.ts';
import { type Spread, spreadOf } from './percentiles.ts';

interface Measured {
  /** From the moment the line hears a word (`at` of its frame) to the frame of the screen on which it stands. */
  readonly spokenToPaintedMs: Spread;
}

const debianChromium = '/usr/bin/chromium';

/** A desk in Chromium shows one of forty live calls; every word of it is timed from the line to the screen. */
export async function wordsPainted(seconds: number): Promise<Measured> {
  const floor = await fillFloor(39);
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(existsSync(debianChromium) ? { executablePath: debianChromium } : {}),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(timeWords);
    await page.goto(floor.server.url);
    await page.getByLabel('Somebody else').fill('Painted Rep');
    await page.getByLabel('Somebody else').press('Enter');
    await takeCall(page);
    await page.waitForTimeout(seconds * 1_000);
    const delays = await page.evaluate(() => (globalThis as unknown as { painted: number[] }).painted);
    return { spokenToPaintedMs: spreadOf(delays) };
  } finally {
    await browser.close();
    await floor.stop();
  }
}

async function takeCall(page: Page): Promise<void> {
  await page.getByRole('button', { name: /offline/i }).waitFor();
  await page.keyboard.press('a');
  await page.getByRole('button', { name: /^take call/i }).click();
}

/** Runs in the page: notes each word that comes in over the socket, and when a painted frame shows it. */
function timeWords(): void {
  const painted: number[] = [];
  const said = new Map<number, string>();
  Object.assign(globalThis, { painted });
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const whenShown = (turn: string, at: number, triesLeft: number) => {
    requestAnimationFrame(() => {
      const shown = plain(
        document.querySelector('section[aria-label="What was said"] ol')?.textContent ?? '',
      );
      if (shown.includes(turn)) {
        // The next task runs after this frame is painted.
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => painted.push(Date.now() - at));
        channel.port1.start();
        channel.port2.postMessage(null);
      } else if (triesLeft > 0) whenShown(turn, at, triesLeft - 1);
    });
  };
  const heard = (frames: readonly { segment: number; text: string; at: string }[]) => {
    for (const frame of frames) {
      // The whole turn so far is looked for: a single word may stand on the screen already.
      const turn = (said.get(frame.segment) ?? '') + frame.text;
      said.set(frame.segment, turn);
      whenShown(plain(turn), Date.parse(frame.at), 120);
    }
  };
  const BareSocket = globalThis.WebSocket;
  globalThis.WebSocket = class extends BareSocket {
    constructor(...address: ConstructorParameters<typeof BareSocket>) {
      super(...address);
      this.addEventListener('message', ({ data }) => {
        const body = /^42\/desk,(\["transcript\.heard".*)$/.exec(String(data))?.[1];
        if (body === undefined) return;
        const [, payload]: [string, { frames: { segment: number; text: string; at: string }[] }] =
          JSON.parse(body);
        heard(payload.frames);
      });
    }
  };
}
