import { expect, test } from '../fixtures/story.ts';

test('A rep is offered a call, takes it with Enter, reads along, takes notes that are kept, ends it and is ready for the next', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await dana.sayAvailable();
  await expect(page.getByRole('heading', { name: 'Ready for the next call' })).toBeVisible();

  const maria = await ring('Maria Lopez', '+14155550132');
  await maria.says('Thanks for calling. How can I help you today?', 'assistant');
  await maria.says('The water heater in the basement leaks since this morning.');

  await test.step('the card says who, how long, why and until when', async () => {
    const offer = dana.offer('Maria Lopez');
    await expect(offer).toBeVisible();
    await expect(offer).toContainText('+1 415 555 0132');
    await expect(offer).toContainText(/waiting \d+ s/);
    await expect(offer).toContainText('Why you: your first offer');
    await expect(offer.getByRole('timer', { name: /^\d+ seconds? left$/ })).toBeVisible();
    await expect(offer).toContainText('The water heater in the basement leaks since this morning');
    await expect(offer.getByRole('button', { name: 'Take call' })).toBeFocused();
    await expect(dana.row('Maria Lopez')).toContainText('Ringing for you');
  });

  await dana.press('Enter');

  await test.step('the words come by speaker, while they are spoken', async () => {
    await expect(dana.call('Maria Lopez')).toBeVisible();
    await expect(dana.offer('Maria Lopez')).toBeHidden();
    await expect(dana.turn('Assistant', 'How can I help you today?')).toBeVisible();
    await expect(dana.turn('Maria Lopez', 'The water heater in the basement')).toBeVisible();
    await maria.says('How bad is it?', 'rep');
    await expect(dana.turn('You', 'How bad is it?')).toBeVisible();
    await maria.begins('I put a bucket');
    await expect(dana.turn('Maria Lopez', 'I put a bucket')).toBeVisible();
    await expect(page.getByText('Live · Maria Lopez speaking')).toBeVisible();
    await maria.says('under it.');
    await expect(dana.turn('Maria Lopez', 'I put a bucket under it.')).toBeVisible();
  });

  await test.step('notes are saved as typed and are there after a reload', async () => {
    await dana.press('n');
    await page.keyboard.type('Leak, basement. Bucket is out.');
    await expect(dana.savedSign).toBeVisible();
    await page.reload();
    await expect(dana.call('Maria Lopez')).toBeVisible();
    await expect(dana.notes).toHaveValue('Leak, basement. Bucket is out.');
    await expect(dana.turn('Maria Lopez', 'I put a bucket under it.')).toBeVisible();
  });

  await test.step('E ends the call, a digit says how it came out, Enter closes it', async () => {
    await dana.press('e');
    await expect(dana.wrapUp).toBeVisible();
    await expect(dana.presence('Available wrapping up')).toBeVisible();
    await dana.press('1');
    await expect(dana.wrapUp.getByRole('radio', { name: 'Job booked' })).toBeChecked();
    await dana.press('Enter');
    await expect(dana.wrapUp).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Ready for the next call' })).toBeVisible();
    await expect(dana.presence('Available')).toBeVisible();
    await expect(dana.section('Ended today')).toContainText('1');
  });

  await test.step('the next caller is offered at once', async () => {
    await ring('Tom Brady');
    await expect(dana.offer('Tom Brady')).toBeVisible();
    await expect(dana.offer('Tom Brady')).toContainText('Why you: longest since your last offer');
  });
});
