import type { Answer, Output, Question } from '@ringdesk/shared';
import type { BeginsSession } from '../../ipc.ts';
import { bridge } from '../app/bridge.ts';
import { call, readAnswer } from '../http/call.ts';
import { begin } from './beginning.ts';
import { sessionNow, signedIn, stayAtDoor } from './session.store.ts';
import { tellTabs } from './session-tabs.ts';

/** How a session is to begin: with a step token, and with what the door still has to say before the desk opens. */
export interface Beginning<Name extends BeginsSession> {
  readonly bearer?: string;
  readonly hasNews?: (answer: Output<Name>) => boolean;
}

/** Asks an operation that begins a session, and signs in with its answer where this desk keeps sessions. */
export async function beginSession<Name extends BeginsSession>(
  name: Name,
  input: Question<Name>,
  { bearer, hasNews }: Beginning<Name> = {},
): Promise<Answer<Output<Name>>> {
  return begin(async () => {
    const isDemo = name === 'auth.demo';
    const answer =
      bridge.kind === 'desktop'
        ? readAnswer(name, await bridge.beginSession({ operation: name, input, bearer: bearer ?? null }))
        : await call(name, input, { bearer, isByCookie: !isDemo });
    if (!answer.ok) return answer;
    const isFirst = sessionNow() === null;
    if (isFirst && hasNews?.(answer.value) === true) stayAtDoor();
    const keeper = bridge.kind === 'desktop' ? 'app' : isDemo ? 'tab' : 'cookie';
    signedIn(answer.value, keeper);
    if (keeper === 'cookie') tellTabs({ told: 'signed-in', userId: answer.value.user.id });
    return answer;
  });
}
