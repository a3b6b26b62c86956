import type { Customer } from '@ringdesk/shared';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { keysOf } from '../app/shortcuts.ts';
import { classes } from '../ui/classes.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { CustomerLine } from './CustomerLine.tsx';
import styles from './CustomerPicker.module.css';
import { callerMessages as say } from './caller.messages.ts';
import { type Findings, useFindings } from './use-findings.ts';

export interface CustomerPickerProps {
  /** The number whose customers are shown before anything is typed; null: nothing is. */
  readonly phone: string | null;
  readonly onPick: (customer: Customer) => void;
  readonly onClose: () => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/**
 * Finds a customer: at first those of a number, never a silent pick, and as one types by name, company, phone, email and
 * town. Arrows move, Enter picks, Escape clears and then leaves.
 */
export function CustomerPicker({ phone, onPick, onClose, field }: CustomerPickerProps) {
  const [typed, type] = useState('');
  const findings = useFindings(phone, typed);
  const { customers, words } = findings;
  const id = useId();
  const { active, move } = useActive(customers.length, { words, id });

  function pressed(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') (typed === '' ? onClose : () => type(''))();
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) picking.pick();
    else return;
    event.preventDefault();
  }
  const picking = usePicking(findings, customers[active], onPick);
  return (
    <div className={styles.picker}>
      {phone === null && words === '' ? null : <Heading findings={findings} />}
      <TextField
        ref={field}
        label={say.searchLabel}
        isLabelHidden
        icon={Search}
        placeholder={say.search}
        role="combobox"
        aria-expanded={customers.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={customers.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          picking.forget();
          type(event.target.value);
        }}
        onKeyDown={pressed}
        after={phone !== null && typed === '' ? <Kbd keys={keysOf('customer.link') ?? ''} /> : undefined}
      />
      {findings.onAgain === undefined ? null : (
        <Trouble againLabel={say.tryAgain} onAgain={findings.onAgain}>
          {say.trouble}
        </Trouble>
      )}
      <div
        className={styles.list}
        id={`${id}-list`}
        role="listbox"
        aria-label={say.list}
        hidden={customers.length === 0}
      >
        {customers.map((customer, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys of this list
          <div
            key={customer.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            className={classes(styles.option, place === active && styles.active)}
            onClick={() => onPick(customer)}
          >
            <CustomerLine customer={customer} words={words} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Heading({ findings }: { readonly findings: Findings }) {
  const { customers, words, isLoading, hasMore, onAgain } = findings;
  const isSlow = useSlowly(isLoading);
  // What could not be read is not nobody: the trouble below says so.
  if (onAgain !== undefined) return null;
  if (isLoading) return <p className={styles.title}>{isSlow ? <Skeleton width="60%" /> : null}</p>;
  const count = customers.length;
  const ofNumber = count === 0 ? say.none : count === 1 ? say.one : say.several(count);
  const ofWords = count === 0 ? say.nobodyFound(words) : hasMore ? say.foundMany(count) : say.found(count);
  return (
    <>
      <p className={styles.title} role="status">
        {words === '' ? ofNumber : ofWords}
      </p>
      {words === '' && count === 0 ? <p className={styles.hint}>{say.noneHint}</p> : null}
    </>
  );
}

/**
 * Picks the customer the arrows stand on. Enter that was quicker than the answer counts once it is there, if it leaves no
 * choice: what was found for the words before is never picked.
 */
function usePicking(
  { customers, isLoading, isBehind }: Findings,
  active: Customer | undefined,
  onPick: (customer: Customer) => void,
) {
  const isEarly = useRef(false);
  const isReady = !isLoading && !isBehind;
  useEffect(() => {
    if (!isReady || !isEarly.current) return;
    isEarly.current = false;
    const [only] = customers;
    if (only !== undefined && customers.length === 1) onPick(only);
  }, [isReady, customers, onPick]);
  return {
    pick: () => {
      if (!isReady) isEarly.current = true;
      else if (active !== undefined) onPick(active);
    },
    /** Whoever goes on typing has not meant the words before. */
    forget: () => {
      isEarly.current = false;
    },
  };
}

/** Which of the customers the arrows stand on; the first of them whenever there are others. */
function useActive(count: number, { words, id }: { readonly words: string; readonly id: string }) {
  const [place, setPlace] = useState(0);
  const active = Math.max(0, Math.min(place, count - 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, other customers
  useEffect(() => setPlace(0), [words]);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return { active, move: (by: number) => setPlace(Math.max(0, Math.min(count - 1, active + by))) };
}
