import { describe, expect, test } from 'vitest';
import { topicOf } from './topic.ts';

describe('what a call is about', () => {
  test.each([
    [
      'Hi there, my water heater is leaking all over the basement.',
      'My water heater is leaking all over the basement',
    ],
    ['Hello. Um, so the air conditioning stopped last night!', 'The air conditioning stopped last night'],
    [
      'Good morning. My name is Maria Lopez. My son has had a fever since Monday.',
      'My son has had a fever since Monday',
    ],
    ["Yes, I'm Jo Park. There is no hot water in the house", 'There is no hot water in the house'],
    ['okay thanks. well look, you people never came yesterday?', 'You people never came yesterday'],
  ])('%s', (said, topic) => {
    expect(topicOf(said)).toBe(topic);
  });

  test.each([
    '',
    'Hi.',
    'Yes please.',
    'My name is Maria Lopez.',
    "It's Ana.",
    'Hello, good morning, hi there!',
    '   ',
  ])('nothing yet: "%s"', (said) => {
    expect(topicOf(said)).toBeNull();
  });

  test('a long sentence is cut between two words', () => {
    const topic = topicOf(`The pipe under the sink ${'keeps dripping and '.repeat(12)}stops`) ?? '';
    expect(topic.length).toBeLessThanOrEqual(91);
    expect(topic).toMatch(/ (keeps|dripping|and)…$/);
  });

  test('a long word without a blank is cut too', () => {
    expect(topicOf(`The four words are ${'x'.repeat(200)}`)?.length).toBeLessThanOrEqual(91);
  });
});
