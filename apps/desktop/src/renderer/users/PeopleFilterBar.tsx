import { Role } from '@ringdesk/shared';
import { Search, X } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import toolbar from '../ui/Toolbar.module.css';
import { useTyped } from '../ui/use-typed.ts';
import { peopleMessages } from './messages.ts';
import type { PeopleFilters } from './people-filters.ts';

const say = peopleMessages;
const roles = [
  { value: 'every', label: say.everyRole },
  ...Role.options.map((role) => ({ value: role, label: say.roles[role] })),
];
const states = [
  { value: 'every', label: say.everyState },
  { value: 'no', label: say.onlyActive },
  { value: 'yes', label: say.onlyDisabled },
];

export interface PeopleFilterBarProps {
  readonly filters: PeopleFilters;
  readonly count: string;
  readonly onFilters: (change: PeopleFilters) => void;
}

/** Search and filters over the people. */
export function PeopleFilterBar({ filters, count, onFilters }: PeopleFilterBarProps) {
  const [words, type] = useTyped(filters.q ?? '', (q) => onFilters({ q: q.trim() || undefined }));
  return (
    <search className={toolbar.toolbar}>
      <div className={toolbar.search}>
        <TextField
          label={say.search}
          isLabelHidden
          icon={Search}
          type="search"
          maxLength={80}
          placeholder={say.searchPlaceholder}
          value={words}
          onChange={(event) => type(event.target.value)}
          after={
            words === '' ? null : (
              <IconButton icon={X} label={say.clearSearch} onClick={() => onFilters({ q: undefined })} />
            )
          }
        />
      </div>
      <SelectField
        label={say.role}
        isLabelHidden
        value={filters.role ?? 'every'}
        choices={roles}
        onChange={(value) => onFilters({ role: Role.safeParse(value).data })}
      />
      <SelectField
        label={say.state}
        isLabelHidden
        value={filters.disabled ?? 'every'}
        choices={states}
        onChange={(value) => onFilters({ disabled: value === 'yes' || value === 'no' ? value : undefined })}
      />
      <span className={toolbar.count} role="status">
        {count}
      </span>
    </search>
  );
}
