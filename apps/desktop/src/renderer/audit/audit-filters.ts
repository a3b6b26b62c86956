import { AuditedEvent, UserId } from '@ringdesk/shared';
import { z } from 'zod';

const Day = z.iso.date();

/** What is shown of the audit, as it stands in the address; what makes no sense there is as if it were not. */
export const AuditFilters = z.object({
  userId: UserId.optional().catch(undefined),
  event: AuditedEvent.optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});
export type AuditFilters = z.infer<typeof AuditFilters>;

/** The filters as they are asked: days are whole days of this computer's clock, the last one included. */
export function asked({ userId, event, from, to }: AuditFilters) {
  return {
    ...(userId === undefined ? {} : { userId }),
    ...(event === undefined ? {} : { event }),
    ...(from === undefined ? {} : { from: startOf(from, 0).toISOString() }),
    ...(to === undefined ? {} : { to: startOf(to, 1).toISOString() }),
  };
}

function startOf(day: string, later: number): Date {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date;
}
