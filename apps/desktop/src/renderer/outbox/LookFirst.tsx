import { Link } from '@tanstack/react-router';
import type { Entry } from './entry.ts';
import { outboxMessages as say } from './messages.ts';
import styles from './OutboxTray.module.css';

export interface LookFirstProps {
  readonly entry: Entry;
  readonly onLeave: () => void;
}

/** The way to where one sees whether a write was done after all. */
export function LookFirst({ entry: { name, input }, onLeave }: LookFirstProps) {
  const shared = { className: styles.look, onClick: onLeave, children: say.look };
  const text = (field: string) => (typeof input[field] === 'string' ? input[field] : '');
  if (name.startsWith('job.') && name !== 'job.create')
    return <Link to="/jobs/$id" params={{ id: text('id') }} {...shared} />;
  if (name === 'customer.create') return <Link to="/customers" search={{ q: nameIn(input) }} {...shared} />;
  const id = name === 'job.create' ? text('customerId') : text('id');
  return <Link to="/customers/$id" params={{ id }} {...shared} />;
}

/** What a customer who is not there yet would be found by. */
function nameIn(input: Readonly<Record<string, unknown>>): string {
  const person = [input['firstName'], input['lastName']].filter((part) => typeof part === 'string');
  if (person.length > 0) return person.join(' ').trim();
  const [other] = [input['company'], input['email']].filter((part) => typeof part === 'string');
  return other ?? '';
}
