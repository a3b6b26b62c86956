import type { CallId } from '@ringdesk/shared';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { meNow, useCurrentCall } from '../calls/desk.store.ts';
import { pickCall } from '../calls/queue-view.store.ts';
import { customerDrafts } from '../customers/customer-drafts.store.ts';
import { jobDrafts } from '../jobs/job-drafts.store.ts';
import { notice } from '../ui/notices.store.ts';
import { deskMessages } from './messages.ts';

/** Tells whoever's call is over, or another's now, that something typed in it is not saved; and leads back to it. */
export function useFormsLeft(): void {
  const navigate = useNavigate();
  const id = useCurrentCall()?.id ?? null;
  const before = useRef<CallId | null>(id);
  useEffect(() => {
    const left = before.current;
    before.current = id;
    // A desk that was closed or locked has not lost its call.
    if (left === null || left === id || meNow() === null) return;
    if (customerDrafts.now(left) === null && jobDrafts.now(left) === null) return;
    notice(deskMessages.formLeft, 'careful', {
      label: deskMessages.openCall,
      run: () => {
        pickCall(left);
        void navigate({ to: '/' });
      },
    });
  }, [id, navigate]);
}
