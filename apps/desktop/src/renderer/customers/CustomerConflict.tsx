import { SideBySide } from '../ui/SideBySide.tsx';
import { callerMessages as say } from './caller.messages.ts';
import { formMessages } from './form.messages.ts';
import { sayValue } from './merge-change.ts';
import { pageMessages } from './page.messages.ts';
import type { CustomerEdit } from './use-customer-edit.ts';

const fieldNames: Readonly<Record<string, string>> = {
  firstName: say.firstName,
  lastName: say.lastName,
  company: say.company,
  email: say.email,
  phones: formMessages.phone(0),
  tags: say.tags,
  notes: say.notes,
  leadSource: pageMessages.leadSource,
  timeZone: pageMessages.timeZone,
};

/** What two wrote into the same field of a customer, side by side, where that happened. */
export function CustomerConflict({
  edit: { conflict, keepMine, takeTheirs },
}: {
  readonly edit: CustomerEdit;
}) {
  if (conflict === null) return null;
  const theirs = new Map<string, unknown>(Object.entries(conflict.theirs));
  return (
    <SideBySide
      title={say.conflict}
      rows={Object.entries(conflict.wish).map(([field, mine]) => ({
        field: fieldNames[field] ?? field,
        mine: sayValue(mine),
        theirs: sayValue(theirs.get(field)),
      }))}
      labels={say}
      onKeepMine={keepMine}
      onTakeTheirs={takeTheirs}
    />
  );
}
