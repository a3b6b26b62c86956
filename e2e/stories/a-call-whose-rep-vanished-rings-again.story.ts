import { expect, test } from '../fixtures/story.ts';

test.use({ environment: { VANISHED_SECONDS: '2', OFFER_SECONDS: '90' } });

test('A call whose rep closed the desk rings for another rep, with its old waiting time and its words', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const lee = await openDesk('Lee Park');
  const rangAt = Date.now();
  const maria = await ring('Maria Lopez');
  await maria.says('My kitchen is under water and the valve is stuck.');
  await dana.claim('Maria Lopez');
  await expect(dana.turn('Maria Lopez', 'the valve is stuck')).toBeVisible();
  await dana.press('n');
  await dana.page.keyboard.type('Valve stuck.');
  await expect(dana.savedSign).toBeVisible();
  const before = await lee.read(`/calls/${maria.callId}`);
  await lee.sayAvailable();
  await expect(lee.row('Maria Lopez')).toContainText('Dana Reyes');

  await dana.page.context().close();

  const offer = lee.offer('Maria Lopez');
  await expect(offer).toBeVisible();
  const waitedAtLeast = Math.floor((Date.now() - rangAt) / 1000) - 2;
  const told = /waiting (\d+) s/.exec((await offer.textContent()) ?? '')?.[1];
  expect(Number(told), 'seconds of waiting that the card tells').toBeGreaterThanOrEqual(waitedAtLeast);
  expect(await lee.read(`/calls/${maria.callId}`)).toMatchObject({
    queuedAt: (before as { queuedAt: string }).queuedAt,
    status: 'offered',
  });

  await lee.press('Enter');
  await expect(lee.turn('Maria Lopez', 'the valve is stuck')).toBeVisible();
  await expect(lee.notes).toHaveValue('Valve stuck.');
  await maria.says('Hello, are you still there?');
  await expect(lee.words).toContainText('Hello, are you still there?');
});
