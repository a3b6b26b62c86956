import type { Role } from '@ringdesk/shared';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '../ui/Banner.tsx';
import styles from './DemoPeople.module.css';
import { demoSignIn } from './demo-sign-in.ts';
import { authMessages } from './messages.ts';
import { SomebodyElse } from './SomebodyElse.tsx';

interface Person {
  readonly name: string;
  readonly role: Role;
}

/** Ready names, one click each; the first of a role is also who the server means when nobody is named. */
const people: readonly Person[] = [
  { name: 'Dana Reyes', role: 'rep' },
  { name: 'Lee Park', role: 'rep' },
  { name: 'Sam Ortiz', role: 'supervisor' },
  { name: 'Alex Kim', role: 'admin' },
];

/** Demo people, where the server has them: one click and in. */
export function DemoPeople() {
  const [problem, setProblem] = useState<string | null>(null);
  const [busyFor, setBusyFor] = useState<string | null>(null);

  async function enter(role: Role, name: string): Promise<void> {
    setBusyFor(name);
    setProblem(null);
    const answer = await demoSignIn(role, name);
    setBusyFor(null);
    if (!answer.ok) setProblem(answer.error.message);
  }

  return (
    <section className={styles.panel} aria-labelledby="demo">
      <div className={styles.panelHead}>
        <h2 id="demo">{authMessages.demoTitle}</h2>
        <p className={styles.hint}>{authMessages.demoHint}</p>
      </div>
      {problem === null ? null : (
        <div className={styles.problem}>
          <Banner tone="trouble" isBoxed>
            {problem}
          </Banner>
        </div>
      )}
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.name}>
            <PersonButton person={person} busyFor={busyFor} onEnter={enter} />
          </li>
        ))}
      </ul>
      <SomebodyElse isBusy={busyFor !== null} onEnter={enter} />
    </section>
  );
}

interface PersonButtonProps {
  readonly person: Person;
  readonly busyFor: string | null;
  readonly onEnter: (role: Role, name: string) => Promise<void>;
}

function PersonButton({ person: { name, role }, busyFor, onEnter }: PersonButtonProps) {
  const initials = name.replace(/[^A-Z]/g, '');
  return (
    <button
      type="button"
      className={styles.person}
      disabled={busyFor !== null}
      onClick={() => void onEnter(role, name)}
    >
      <span className={styles.initials} aria-hidden>
        {initials}
      </span>
      <span className={styles.who}>
        <b>{name}</b>
        <span>
          {busyFor === name
            ? authMessages.signingIn
            : `${authMessages.asRole[role]} · ${authMessages.roleHint[role]}`}
        </span>
      </span>
      <ArrowRight size={16} aria-hidden />
    </button>
  );
}
