import path from 'node:path';
import { expect, test } from '../../fixtures/story.ts';

const picture = path.resolve(import.meta.dirname, '../../../docs/desk.png');

test.describe.configure({ timeout: 240_000 });

test('The desk of a busy morning, for the first page', async ({ openDesk, ring }) => {
  const dana = await openDesk('Dana Reyes');
  const lee = await openDesk('Lee Park');
  const sam = await openDesk('Sam Ortiz');
  await dana.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });

  const first = await ring('Walter Brandt', '+12125550117');
  await first.says('I only want to know whether you are open on Saturday.');
  await sam.claim('Walter Brandt');
  await expect(sam.call('Walter Brandt')).toBeVisible();
  await first.hangsUp();
  await expect(sam.wrapUp).toBeVisible();
  await sam.press('2');
  await sam.press('Enter');
  await expect(sam.wrapUp).toBeHidden();

  const omar = await ring('Omar Haddad', '+12125550164');
  await omar.says('The air conditioning makes a grinding noise and blows warm.');
  await lee.sayAvailable();
  await expect(lee.offer('Omar Haddad')).toBeVisible();
  await lee.press('Enter');
  await expect(lee.call('Omar Haddad')).toBeVisible();
  const nora = await ring('Nora Whitfield', '+12125550139');
  await nora.says('My mother’s blood pressure was high this morning, one seventy over ninety five.');
  await sam.sayAvailable();
  await expect(sam.offer('Nora Whitfield')).toBeVisible();
  await sam.press('Enter');
  await expect(sam.call('Nora Whitfield')).toBeVisible();

  await dana.sayAvailable();
  const maria = await ring('Maria Lopez', '+14155550132');
  await maria.says('Thanks for calling Bluebird Home Services. How can I help you today?', 'assistant');
  await maria.says('Hi. It’s the water heater. There is water all over the basement floor.');
  await expect(dana.offer('Maria Lopez')).toBeVisible();
  await expect(dana.offer('Maria Lopez')).toContainText('Lee Park is on a call');
  await dana.press('Enter');
  await maria.says('I’m sorry to hear that. One moment, I’ll bring in a colleague.', 'assistant');
  await maria.says('Hello Maria, this is Dana. Is the water still running?', 'rep');
  await maria.says('Yes, slowly. I put a bucket under it, but it keeps coming.');
  await maria.says('Can you see a red lever on the pipe above the tank? Turn it a quarter.', 'rep');

  const waiting = [
    ['Tomasz Zielinski', 'The garage door stops halfway and goes back up.'],
    [null, 'Hello, I have a question about the invoice from last week.'],
    ['Grace Okafor', 'My son has a fever since last night and a rash on his arms.'],
    ['Helen Marsh', 'I need to move my appointment from Tuesday to Thursday.'],
  ] as const;
  for (const [i, [name, words]] of waiting.entries()) {
    const caller = await ring(name, `+1415555017${i}`);
    await caller.says(words);
    // Callers do not come all at once: each has waited a little when the next one rings.
    const waited = dana.queue.getByRole('row').filter({ hasText: words.slice(8, 26) });
    await expect(waited.getByText(/^0:(09|1\d)$/)).toBeVisible({ timeout: 30_000 });
  }
  await dana.press('n');
  await dana.page.keyboard.type(
    'Water heater leaks, basement. Bucket is out. Main valve: red lever above the tank.',
  );
  await expect(dana.savedSign).toBeVisible();
  await dana.press('Escape');
  await maria.says('The red one, yes. Wait. Now it is only dripping.');
  await maria.says('Very good. Then nothing more can happen. I will send somebody this afternoon.', 'rep');
  await maria.begins('Oh, thank you. We are at 48 Alder Street, the');
  await expect(dana.words).toContainText('48 Alder Street, the');
  await dana.page.mouse.move(700, 600);
  await dana.page.screenshot({ path: picture, animations: 'disabled' });
});
