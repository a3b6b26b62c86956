import { AuditedEvent } from '@ringdesk/shared';
import { X } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import toolbar from '../ui/Toolbar.module.css';
import type { AuditFilters } from './audit-filters.ts';
import { auditMessages } from './messages.ts';
import { meanings } from './sentences.ts';

const say = auditMessages;
const events = [
  { value: 'every', label: say.everyEvent },
  ...AuditedEvent.options.map((event) => ({ value: event, label: meanings[event].label })),
];

export interface AuditFilterBarProps {
  readonly filters: AuditFilters;
  /** The name of the person that is filtered for, once it is known. */
  readonly personName: string | null;
  readonly onFilters: (change: AuditFilters) => void;
}

/** Of whom, of what, and when. */
export function AuditFilterBar({ filters, personName, onFilters }: AuditFilterBarProps) {
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  return (
    <search className={toolbar.toolbar}>
      <SelectField
        label={say.event}
        value={filters.event ?? 'every'}
        choices={events}
        onChange={(value) => onFilters({ event: AuditedEvent.safeParse(value).data })}
      />
      <Day label={say.from} value={filters.from} onChange={(from) => onFilters({ from })} />
      <Day label={say.to} value={filters.to} onChange={(to) => onFilters({ to })} />
      {filters.userId === undefined ? null : (
        <Button onClick={() => onFilters({ userId: undefined })}>
          {say.onlyPerson(personName ?? filters.userId)}
          <X size={14} strokeWidth={2} aria-hidden />
        </Button>
      )}
      {isNarrowed ? (
        <Button look="quiet" onClick={() => onFilters(nothing)}>
          {say.clear}
        </Button>
      ) : null}
    </search>
  );
}

const nothing: AuditFilters = { userId: undefined, event: undefined, from: undefined, to: undefined };

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <TextField
      label={label}
      type="date"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}
