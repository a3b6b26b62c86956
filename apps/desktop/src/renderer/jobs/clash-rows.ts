import type { Clash } from './change-job.ts';
import { asChange, type JobChange } from './edit-change.ts';
import { sayTime } from './job-times.ts';
import { sayMoney } from './money.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.one;

/** What ids are called, and what time it is. */
export interface Known {
  readonly addresses: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly nowMs: number;
}

interface ClashRow {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What both changed, field by field, in words that can be compared. */
export function clashRows(
  mine: JobChange,
  { fields, theirs }: Clash,
  { addresses, people, nowMs }: Known,
): readonly ClashRow[] {
  const known = {
    addresses: new Map([...addresses, [theirs.addressId, theirs.address]]),
    people: new Map([...people, ...theirs.assignees.map(({ id, name }) => [id, name] as const)]),
    nowMs,
  };
  const there = asChange(theirs);
  return fields.map((field) => ({
    field: say.fields[field],
    mine: words[field](mine, known) || say.none,
    theirs: words[field](there, known) || say.none,
  }));
}

type Words = (change: JobChange, known: Known) => string | null | undefined;

const words: Readonly<Record<keyof JobChange, Words>> = {
  addressId: ({ addressId = '' }, { addresses }) => addresses.get(addressId),
  title: ({ title }) => title,
  description: ({ description }) => description,
  schedule: ({ schedule }, { nowMs }) => (schedule ? sayTime(schedule, nowMs) : null),
  status: ({ status }) => status && pageMessages.statuses[status],
  lineItems: ({ lineItems }) => lineItems?.map(sayLine).join('; '),
  assigneeIds: ({ assigneeIds }, { people }) => assigneeIds?.map((id) => people.get(id) ?? id).join(', '),
  tags: ({ tags }) => tags?.join(', '),
  leadSource: ({ leadSource }) => leadSource,
};

function sayLine({ name, quantity = 1, unitPriceCents = 0 }: NonNullable<JobChange['lineItems']>[number]) {
  return `${quantity} × ${name}, ${sayMoney(unitPriceCents)}`;
}

/** Where a customer is, by the ids of the addresses. */
export function addressesOf({
  addresses,
}: {
  readonly addresses: readonly {
    readonly id: string;
    readonly street: string;
    readonly city: string | null;
  }[];
}): ReadonlyMap<string, string> {
  return new Map(
    addresses.map(({ id, street, city }) => [id, city === null ? street : `${street}, ${city}`]),
  );
}
