import { CallId, done, type Frame, type Output, type Refusal, type Result, refused } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { type Watched, Watching } from './watching.ts';

const call = CallId.parse('call_000001');

function frame(seq: number): Frame {
  return {
    seq,
    segment: 1,
    speaker: 'caller',
    text: `${seq} `,
    final: false,
    at: '2026-01-05T09:41:00.000Z',
  };
}

function frames(from: number, to: number): Frame[] {
  return Array.from({ length: to - from + 1 }, (_, i) => frame(from + i));
}

type Answer = Result<Output<'transcript.watch'>>;

/** A desk whose server answers when the test says so. */
function desk() {
  const questions: { afterSeq: number; answer: (answer: Answer) => void }[] = [];
  const left: CallId[] = [];
  const planned: (() => void)[] = [];
  const retries: (() => void)[] = [];
  const dropped: CallId[] = [];
  const shown: Watched[] = [];
  const watching = new Watching({
    ask: ({ afterSeq }) => new Promise((answer) => questions.push({ afterSeq, answer })),
    unwatch: (callId) => left.push(callId),
    soon: (run) => planned.push(run),
    later: (run) => retries.push(run),
    changed: (_callId, watched) => shown.push(watched),
    dropped: (callId) => dropped.push(callId),
  });
  return {
    watching,
    questions,
    left,
    retries,
    dropped,
    shown,
    text: () => shown.at(-1)?.transcript.segments[0]?.text,
    draw: () => {
      for (const run of planned.splice(0)) run();
    },
    planned,
    answer: async (answer: Answer) => {
      questions.at(-1)?.answer(answer);
      await Promise.resolve();
      await Promise.resolve();
    },
    heard: (some: Frame[]) => watching.heard({ callId: call, frames: some }),
  };
}

const answerOf = (some: Frame[], nextSeq: number): Answer => done({ frames: some, nextSeq });
const noConnection: Refusal = { code: 'UNAVAILABLE', message: 'no connection' };

describe('watching the words of a call', () => {
  it('shows what was said before, then what is said live', async () => {
    const it = desk();
    it.watching.watch(call);
    expect(it.shown.at(-1)?.isLoading).toBe(true);
    await it.answer(answerOf(frames(1, 3), 4));
    expect(it.shown.at(-1)).toMatchObject({ isLoading: false, trouble: null });
    it.heard([frame(4)]);
    it.draw();
    expect(it.text()).toBe('1 2 3 4 ');
  });

  it('many deliveries between two pictures change what is shown once', async () => {
    const it = desk();
    it.watching.watch(call);
    await it.answer(answerOf([], 1));
    const before = it.shown.length;
    for (let seq = 1; seq <= 40; seq++) it.heard([frame(seq)]);
    expect(it.planned).toHaveLength(1);
    it.draw();
    expect(it.shown.length).toBe(before + 1);
    expect(it.shown.at(-1)?.transcript.lastSeq).toBe(40);
  });

  it('live words that overtake the answer are kept for it', async () => {
    const it = desk();
    it.watching.watch(call);
    it.heard([frame(3), frame(4)]);
    it.draw();
    await it.answer(answerOf(frames(1, 2), 3));
    expect(it.text()).toBe('1 2 3 4 ');
  });

  it('a hole is asked for, once, from the last word that is known', async () => {
    const it = desk();
    it.watching.watch(call);
    await it.answer(answerOf(frames(1, 2), 3));
    it.heard([frame(5)]);
    it.draw();
    it.heard([frame(6)]);
    it.draw();
    expect(it.questions.map((question) => question.afterSeq)).toEqual([0, 2]);
    await it.answer(answerOf(frames(3, 5), 6));
    expect(it.text()).toBe('1 2 3 4 5 6 ');
    expect(it.questions).toHaveLength(2);
  });

  it('an answer in parts is asked for until it is whole', async () => {
    const it = desk();
    it.watching.watch(call);
    await it.answer(answerOf(frames(1, 2), 5));
    expect(it.questions.at(-1)?.afterSeq).toBe(2);
    await it.answer(answerOf(frames(3, 4), 5));
    expect(it.text()).toBe('1 2 3 4 ');
    expect(it.questions).toHaveLength(2);
  });

  it('an answer that brings nothing new is not asked for again in a storm', async () => {
    const it = desk();
    it.watching.watch(call);
    await it.answer(answerOf([], 9));
    expect(it.questions).toHaveLength(1);
    expect(it.retries).toHaveLength(1);
  });

  it('after a reconnect it is asked again from the last word, also while a question was open', async () => {
    const it = desk();
    it.watching.watch(call);
    await it.answer(answerOf(frames(1, 2), 3));
    it.watching.reconnected();
    expect(it.questions.map((question) => question.afterSeq)).toEqual([0, 2]);
    it.watching.reconnected();
    expect(it.questions).toHaveLength(2);
    await it.answer({ ok: false, error: noConnection });
    expect(it.questions.map((question) => question.afterSeq)).toEqual([0, 2, 2]);
    await it.answer(answerOf(frames(3, 3), 4));
    expect(it.text()).toBe('1 2 3 ');
    expect(it.shown.at(-1)?.trouble).toBeNull();
  });

  it('without a connection it is tried again later, with one plan at a time', async () => {
    const it = desk();
    it.watching.watch(call);
    await it.answer({ ok: false, error: noConnection });
    expect(it.shown.at(-1)).toMatchObject({ isLoading: false, trouble: noConnection });
    it.watching.retry(call);
    await it.answer({ ok: false, error: noConnection });
    expect(it.retries).toHaveLength(1);
    it.retries[0]?.();
    await it.answer(answerOf(frames(1, 1), 2));
    expect(it.shown.at(-1)?.trouble).toBeNull();
  });

  it('a call that may not be read is not asked for again', async () => {
    const it = desk();
    it.watching.watch(call);
    await it.answer(refused('FORBIDDEN'));
    expect(it.shown.at(-1)?.trouble?.code).toBe('FORBIDDEN');
    expect(it.retries).toHaveLength(0);
  });

  it('the last to leave ends the watch, and coming back asks only for what is new', async () => {
    const it = desk();
    const leaveFirst = it.watching.watch(call);
    const leaveSecond = it.watching.watch(call);
    await it.answer(answerOf(frames(1, 2), 3));
    leaveFirst();
    leaveFirst();
    expect(it.left).toEqual([]);
    leaveSecond();
    expect(it.left).toEqual([call]);
    it.watching.watch(call);
    expect(it.shown.at(-1)).toMatchObject({ isLoading: false });
    expect(it.questions.at(-1)?.afterSeq).toBe(2);
  });

  it('the words of calls left long ago are let go', async () => {
    const it = desk();
    for (let i = 1; i <= 12; i++) it.watching.watch(CallId.parse(`call_00000${i.toString(36)}`))();
    expect(it.dropped).toHaveLength(4);
    expect(it.dropped[0]).toBe('call_000001');
  });
});
