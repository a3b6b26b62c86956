import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '../fixtures/story.ts';

interface StoredTranscript {
  readonly segments: readonly { readonly text: string; readonly speaker: string }[];
  readonly frames: readonly { readonly seq: number }[];
}

const recordings = mkdtempSync(path.join(tmpdir(), 'ringdesk-story-'));
writeFileSync(
  path.join(recordings, 'monday.txt'),
  [
    'bot: Thank you for calling. What can we do for you?',
    'caller: There is a smell of gas in my kitchen.',
    'agent: Please open a window and leave the house.',
    'caller: I am outside already.',
    'agent: Good. Somebody is on the way.',
    'caller: Thank you so much.',
  ].join('\n'),
);

test.describe('a recording', () => {
  test.use({ environment: { REPLAY: recordings, SIMULATOR_SPEED: '8' } });

  test('A recorded conversation rings, goes on when a rep takes it, and ends with the caller', async ({
    openDesk,
  }) => {
    const dana = await openDesk('Dana Reyes');
    await dana.sayAvailable();
    const offer = dana.offer('+1 202 555 0100');
    await expect(offer).toContainText('There is a smell of gas in my kitchen');
    const { items } = (await dana.read('/calls?status=offered')) as { items: { id: string }[] };
    const before = (await dana.read(`/calls/${items[0]?.id}/transcript`)) as StoredTranscript;
    expect(before.segments.map((segment) => segment.speaker)).toEqual(['assistant', 'caller']);
    await dana.press('Enter');
    await expect(dana.turn('You', 'Please open a window and leave the house.')).toBeVisible();
    await expect(dana.wrapUp).toBeVisible();
    await expect(dana.words.getByRole('listitem')).toHaveCount(6);
    await expect(dana.turn('Caller', 'Thank you so much.')).toBeVisible();
  });
});

test.describe('the simulator', () => {
  const environment = {
    SIMULATOR: 'on',
    SIMULATOR_SEED: '7',
    SIMULATOR_SPEED: '6',
    SIMULATOR_CALLS_PER_MINUTE: '60',
  };
  test.use({ environment });

  test('A simulated caller is greeted, taken and heard to the end; what was read is what is stored', async ({
    openDesk,
  }) => {
    const dana = await openDesk('Dana Reyes');
    await dana.sayAvailable();
    await expect(dana.page.getByRole('button', { name: 'Take call' })).toBeVisible({ timeout: 30_000 });
    await dana.press('Enter');
    const call = dana.page.getByRole('region', { name: /^Call with / });
    await expect(call).toBeVisible();
    await expect(dana.words).toContainText('Assistant');
    await expect(dana.wrapUp).toBeVisible({ timeout: 60_000 });
    const { items } = (await dana.read('/calls?status=wrap_up')) as { items: { id: string }[] };
    const stored = (await dana.read(`/calls/${items[0]?.id}/transcript`)) as StoredTranscript;
    expect(stored.frames.map((frame) => frame.seq)).toEqual(stored.frames.map((_, i) => i + 1));
    const last = stored.segments.at(-1)?.text ?? '';
    expect(stored.segments.length).toBeGreaterThan(3);
    await expect(dana.words).toContainText(last.trim());
  });
});
