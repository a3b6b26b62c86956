import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HandLine, handLine } from '../testing/hand-line.ts';
import { openTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let line: HandLine;
let dana: TestDesk;
let lee: TestDesk;
beforeAll(async () => {
  line = handLine();
  server = await startTestServer({ lines: [line] });
  dana = await openTestDesk(server.url, 'rep', 'Dana');
  lee = await openTestDesk(server.url, 'rep', 'Lee');
});
afterAll(async () => {
  dana.close();
  lee.close();
  await server.close();
});

const say = (words: string) => words.split(' ');

describe('a call that is going on', () => {
  test('brings its rep, and nobody else, what the caller says about themselves', async () => {
    const callId = await line.ring();
    line.speak(callId, say('Hi, my name is Maria Lopez, my water heater is leaking.'));
    await dana.does('call.claim', { callId });
    line.speak(callId, say('My email is maria dot lopez at example dot com.'));
    const isEmail = ({ suggestions }: { suggestions: readonly { value: { field: string } }[] }) =>
      suggestions.some(({ value }) => value.field === 'email');
    const heard = await dana.waitFor('suggestion.made', isEmail);
    expect(heard.suggestions.find(({ value }) => value.field === 'email')).toMatchObject({
      text: 'maria.lopez@example.com',
      words: 'maria dot lopez at example dot com',
      status: 'open',
    });
    const { suggestions } = await dana.does('suggestions.list', { callId });
    expect(suggestions.map(({ value }) => value.field)).toEqual(
      expect.arrayContaining(['name', 'problem', 'email']),
    );
    const name = suggestions.find(({ value }) => value.field === 'name');
    expect(name?.value).toEqual({ field: 'name', firstName: 'Maria', lastName: 'Lopez' });
    if (name === undefined) throw new Error('no name was heard');
    const settling = { callId, suggestionId: name.id };
    expect(await lee.ask('suggestion.take', settling)).toMatchObject({
      ok: false,
      error: { code: 'NOT_YOURS' },
    });
    expect(await dana.does('suggestion.take', settling)).toMatchObject({ status: 'taken' });
    expect(lee.heard('suggestion.made')).toEqual([]);
    expect(server.troubles).toEqual([]);
  });

  test('withdraws what its caller puts right, and says the same to a desk that was away', async () => {
    const callId = await line.ring();
    await lee.does('call.claim', { callId });
    line.speak(callId, say('My email is marisol dot vega at example dot com.'));
    const isOf =
      (text: string, status: string) =>
      ({ suggestions }: { suggestions: readonly { text: string; status: string }[] }) =>
        suggestions.some((one) => one.text === text && one.status === status);
    await lee.waitFor('suggestion.made', isOf('marisol.vega@example.com', 'open'));
    line.speak(callId, say('Oh sorry, not dot com, dot org.'));
    const corrected = await lee.waitFor('suggestion.made', isOf('marisol.vega@example.org', 'open'));
    expect(corrected.suggestions).toMatchObject([
      { text: 'marisol.vega@example.com', status: 'withdrawn' },
      { text: 'marisol.vega@example.org', status: 'open' },
    ]);
    const back = await openTestDesk(server.url, 'rep', 'Lee');
    const { suggestions } = await back.does('suggestions.list', { callId });
    expect(suggestions.map(({ text, status }) => [text, status])).toEqual([
      ['marisol.vega@example.org', 'open'],
    ]);
    back.close();
    expect(server.troubles).toEqual([]);
  });
});
