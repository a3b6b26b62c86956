import { expect, test } from '../fixtures/story.ts';

// A browser writes each refusal to its console.
test.use({ allowedTrouble: /409 \(Conflict\)/ });

const problem = 'My water heater is leaking and the basement is wet';

test('A call becomes a customer, an address and two jobs, and no time is booked twice', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await dana.sayAvailable();
  const caller = await ring(null, '+13125550188');
  await dana.takeCall('+1 312 555 0188');
  await expect(dana.side.getByText('Nobody has this number')).toBeVisible();

  await test.step('what the caller says is suggested with its words, and nothing is filled in by itself', async () => {
    await caller.says('Thanks for calling Bluebird Home Services. Who am I speaking with?', 'assistant');
    await caller.says('My name is Maria Lopez.');
    await caller.says('What is the best email address for you?', 'assistant');
    await caller.says('It is maria dot lopez at example dot com.');
    await caller.says('And what is going on today?', 'assistant');
    await caller.says('My water heater is leaking and the basement is wet.');
    await caller.says('What is the address, please?', 'assistant');
    await caller.says('It is 1420 West Fullerton Avenue in Chicago, Illinois, 60614.');
    await caller.says('When would you like somebody to come?', 'assistant');
    await caller.says('Could somebody come tomorrow between two and four in the afternoon?');
    await expect(dana.heard.getByRole('button', { name: /^Take Name Maria Lopez/ })).toBeVisible();
    await expect(dana.heard.getByText(/more$/)).toBeVisible();
    // Who listens hears each of them once, politely.
    await expect(page.getByRole('log').getByText(/Heard: .*Wished time/)).toBeAttached();
  });

  await test.step('the name is taken by Tab; the form of a new customer opens with it', async () => {
    await dana.press('Tab');
    const form = page.getByRole('region', { name: 'New customer' });
    await expect(form.getByRole('textbox', { name: 'First name' })).toHaveValue('Maria');
    await expect(form.getByRole('textbox', { name: 'Last name' })).toHaveValue('Lopez');
    await expect(form.getByRole('textbox', { name: 'Phone', exact: true })).toHaveValue('+1 312 555 0188');
    await expect(form.getByRole('textbox', { name: 'Email' })).toHaveValue('');
  });

  await test.step('each field takes what was heard for it by Tab, and only then Tab goes on', async () => {
    const email = page.getByRole('textbox', { name: 'Email' });
    await email.focus();
    await dana.press('Tab');
    await expect(email).toHaveValue('maria.lopez@example.com');
    await expect(email).toBeFocused();
    await dana.press('Tab');
    await expect(page.getByRole('textbox', { name: 'Street' })).toBeFocused();
    await dana.press('Tab');
    await expect(page.getByRole('textbox', { name: 'Town' })).toHaveValue('Chicago');
  });

  await test.step('it is saved and linked at once', async () => {
    await dana.press('Control+Enter');
    await expect(dana.side.getByRole('heading', { name: 'Maria Lopez' })).toBeVisible();
    await expect(dana.side.getByRole('button', { name: /^Change .*Fullerton/ })).toBeVisible();
  });

  const job = page.getByRole('form', { name: 'New job' });
  const time = (words: RegExp) => job.getByText(words).first();
  await test.step('the job takes problem and wished time with one key', async () => {
    await dana.press('j');
    await expect(job.getByRole('textbox', { name: 'What is to be done' })).toBeFocused();
    await dana.press('Control+.');
    await expect(job.getByRole('textbox', { name: 'What is to be done' })).toHaveValue(problem);
    await expect(time(/2:00 – 4:00 PM · 2 h/)).toBeVisible();
    await expect(job.getByText('All times in Chicago, not in Los Angeles where you are')).toBeVisible();
    await dana.press('Control+Enter');
    await expect(dana.side.getByRole('button', { name: new RegExp(`^Job \\d+: ${problem}`) })).toBeVisible();
  });

  await test.step('a second job in that time is refused in words, before and after it is sent', async () => {
    await dana.press('j');
    await page.keyboard.type('Look at the boiler');
    await job.getByRole('textbox', { name: 'When' }).fill('tomorrow 3-5');
    const clash = job.getByText(new RegExp(`^Maria Lopez has “${problem}” then, .*2:00 – 4:00 PM\\.$`));
    await expect(clash).toBeVisible();
    await page.route('**/api/v1/jobs', async (route) => {
      if (route.request().method() === 'POST') await new Promise((resume) => setTimeout(resume, 800));
      await route.fallback();
    });
    await dana.press('Control+Enter');
    await expect(job.getByRole('button', { name: 'Booking' })).toBeVisible();
    await expect(job.getByRole('button', { name: 'Book', exact: true })).toBeVisible();
    await expect(clash).toBeVisible();
    // Another time is chosen and booked before the next refusal is here: that press counts.
    await dana.press('Control+Enter');
    await expect(job.getByRole('button', { name: 'Booking' })).toBeVisible();
    await dana.press('F2');
    await expect(clash).toBeHidden();
    await dana.press('Control+Enter');
    await expect(dana.side.getByRole('button', { name: /^Job \d+: Look at the boiler/ })).toBeVisible();
  });

  await test.step('the call is ended and wrapped up', async () => {
    await dana.press('e');
    await expect(dana.wrapUp).toBeVisible();
    await dana.press('1');
    await dana.press('Enter');
    await expect(dana.wrapUp).toBeHidden();
  });

  await test.step('all of it is on record', async () => {
    const jobs = (await dana.read(`/jobs?callId=${caller.callId}`)) as {
      items: { title: string; customerName: string }[];
    };
    expect(jobs.items.map(({ title, customerName }) => `${title} for ${customerName}`).toSorted()).toEqual([
      'Look at the boiler for Maria Lopez',
      `${problem} for Maria Lopez`,
    ]);
  });
});
