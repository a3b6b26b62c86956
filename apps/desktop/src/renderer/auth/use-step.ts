import type { Refusal, Result } from '@ringdesk/shared';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { announce } from '../ui/announcements.store.ts';
import { type Field, type Meanings, type Problems, sayRefusal } from './say-problems.ts';

/** One question of a step: what is checked first, what is asked, and what its answers mean here. */
interface Asking<Value> {
  readonly problems?: Problems;
  readonly ask: () => Promise<Result<Value>>;
  readonly meanings?: Meanings;
  /** Runs for a refusal that ends the step; true when nothing is left to say. */
  readonly refused?: (refusal: Refusal) => boolean;
  readonly done: (value: Value) => void;
}

export interface StepState {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly problems: Problems;
  readonly isBusy: boolean;
  /** Gives the focus to the first field, with what is in it ready to be replaced. */
  readonly toFirst: () => void;
  /** Asks once at a time; a problem is shown, spoken, and has the focus. */
  readonly ask: <Value>(asking: Asking<Value>) => Promise<void>;
}

/** The form of a step: nothing typed is lost, nothing is sent twice. */
export function useStep(fields: readonly Field[]): StepState {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setIsBusy] = useState(false);
  const isAsking = useRef(false);

  useEffect(() => {
    const told = Object.values(problems).join(' ');
    if (told === '') return;
    announce(told);
    const field = form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]');
    field?.focus();
    if (field?.type !== 'checkbox') field?.select();
  }, [problems]);

  async function ask<Value>(asking: Asking<Value>): Promise<void> {
    if (isAsking.current) return;
    const first = asking.problems ?? {};
    setProblems(first);
    if (Object.keys(first).length > 0) return;
    isAsking.current = true;
    setIsBusy(true);
    const answer = await asking.ask();
    isAsking.current = false;
    setIsBusy(false);
    if (answer.ok) return asking.done(answer.value);
    if (asking.refused?.(answer.error) === true) return;
    setProblems(sayRefusal(answer.error, fields, asking.meanings));
  }
  function toFirst(): void {
    const field = form.current?.querySelector('input');
    field?.focus();
    field?.select();
  }
  return { form, problems, isBusy, toFirst, ask };
}
