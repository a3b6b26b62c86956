import { done, type Result, type Role } from '@ringdesk/shared';
import { beginSession } from './begin-session.ts';
import { authMessages } from './messages.ts';

/** Signs in as a demo person; a refusal's message says what to do. */
export async function demoSignIn(role: Role, name: string): Promise<Result<null>> {
  const typed = name.trim();
  const answer = await beginSession('auth.demo', typed === '' ? { role } : { role, name: typed });
  if (answer.ok) return done(null);
  const isOff = answer.error.code === 'FORBIDDEN' || answer.error.code === 'NOT_FOUND';
  return isOff ? { ok: false, error: { ...answer.error, message: authMessages.demoIsOff } } : answer;
}
