import { AddressId, type CallId, type Customer, type Job } from '@ringdesk/shared';
import { useEffect, useRef, useState } from 'react';
import { serverNowMs } from '../realtime/server-time.ts';
import { announce } from '../ui/announcements.store.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { bookJob, type Conflict } from './book-job.ts';
import { formMessages as say } from './form.messages.ts';
import { type JobDraft, problemsBeside, readJob, usualAddress } from './job-draft.ts';
import { sayTime } from './job-times.ts';
import type { When } from './when.ts';

interface Booking {
  readonly customer: Customer;
  readonly callId: CallId | null;
  readonly draft: JobDraft;
  /** Null: the server is away, it is booked later. */
  readonly onBooked: (job: Job | null) => void;
}

const noConflicts: readonly Conflict[] = [];

/** Books what is typed, one try at a time; what is wrong stands beside its field, a time that is taken in words. */
export function useBooking({ customer, callId, draft, onBooked }: Booking) {
  const [isBusy, setIsBusy] = useState(false);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<{ at: string | null; conflicts: readonly Conflict[] } | null>(null);

  const [awaited, setAwaited] = useState<When | null>(null);
  const sent = useRef<JobDraft | null>(null);
  const isAskedAgain = useRef(false);

  async function book(): Promise<void> {
    // Whoever changed what is on its way and asks again is not made to ask a third time if it is refused.
    if (sent.current !== null) {
      isAskedAgain.current = sent.current !== draft;
      return;
    }
    // A time that was said is still looked up among what is taken: it is booked with it, never without.
    if (draft.wish !== null) return setAwaited(draft.wish);
    const address = AddressId.safeParse(
      draft.addressId === '' ? usualAddress(customer.addresses)?.id : draft.addressId,
    );
    if (!address.success) return setProblems({ addressId: say.noAddress });
    const tags = draft.tags.map((tag) => tag.trim()).filter(Boolean);
    const around = { customerId: customer.id, addressId: address.data, callId };
    const read = readJob({ ...draft, tags }, around);
    if (read.kind === 'problems') return setProblems(read.problems);
    setIsBusy(true);
    sent.current = draft;
    isAskedAgain.current = false;
    const booked = await bookJob(read.question, customer);
    sent.current = null;
    setIsBusy(false);
    setProblems(booked.kind === 'refused' ? problemsBeside(booked.errors, draft) : {});
    setRefused(booked.kind === 'overlaps' ? { at: draft.start, conflicts: booked.conflicts } : null);
    if (booked.kind === 'kept') notice(say.bookedLater, 'careful');
    if (booked.kind === 'booked') {
      const { title, schedule } = booked.job;
      const time = schedule === null ? say.withoutTime : sayTime(schedule, serverNowMs(), customer.timeZone);
      announce(say.booked(plainText(title), time));
    }
    if (booked.kind === 'booked') onBooked(booked.job);
    if (booked.kind === 'kept') onBooked(null);
    const isRefused = booked.kind === 'refused' || booked.kind === 'overlaps';
    if (isRefused && isAskedAgain.current) await latest.current.book();
  }
  const latest = useRef({ book, start: draft.start });
  useEffect(() => {
    latest.current = { book, start: draft.start };
  });
  useEffect(() => {
    if (awaited === null || draft.wish === awaited) return;
    setAwaited(null);
    if (draft.wish === null && latest.current.start !== null) void latest.current.book();
  }, [awaited, draft.wish]);
  // A refusal is about the time that was asked for; another time is another question.
  const conflicts = refused !== null && refused.at === draft.start ? refused.conflicts : noConflicts;
  return { book, isBusy: isBusy || awaited !== null, problems, conflicts };
}
