import { X } from 'lucide-react';
import { type RefObject, useEffect, useId, useState } from 'react';
import { useFocusKey } from '../app/use-focus-key.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import toolbar from '../ui/Toolbar.module.css';
import styles from './Customers.module.css';
import type { CustomerFilters } from './customer-filters.ts';
import { listMessages } from './list.messages.ts';

const say = listMessages;
const archives = [
  { value: 'no', label: say.withoutArchived },
  { value: 'too', label: say.withArchived },
  { value: 'only', label: say.onlyArchived },
] as const;
const orders = [
  { value: 'name', label: say.byName },
  { value: '-updatedAt', label: say.byChange },
  { value: '-createdAt', label: say.byNewest },
] as const;
const fit = [{ value: 'name', label: say.byFit }] as const;

export interface CustomerFilterBarProps {
  readonly filters: CustomerFilters;
  readonly count: string;
  /** Tags and sources that were seen, offered while one types. */
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  readonly onFilters: (change: Partial<CustomerFilters>) => void;
  /** Where the arrow down leads from the search. */
  readonly gridRef: RefObject<HTMLElement | null>;
}

/** Search, filters and order of the customers. */
export function CustomerFilterBar(props: CustomerFilterBarProps) {
  const { filters, count, onFilters } = props;
  const isSearch = (filters.q ?? '').trim() !== '';
  const search = useFocusKey('customers.search');
  return (
    <search className={toolbar.toolbar}>
      <SearchField
        fieldRef={search}
        say={say}
        words={filters.q}
        onWords={(q) => onFilters({ q })}
        below={props.gridRef}
      />
      <OneOf
        label={say.tag}
        anyLabel={say.anyTag}
        value={filters.tag ?? ''}
        known={props.tags}
        most={40}
        onChange={(tag) => onFilters({ tag })}
      />
      <OneOf
        label={say.source}
        anyLabel={say.anySource}
        value={filters.source ?? ''}
        known={props.sources}
        most={80}
        onChange={(source) => onFilters({ source })}
      />
      <SelectField
        label={say.archived}
        isLabelHidden
        value={filters.archived ?? 'no'}
        choices={archives}
        onChange={(archived) => onFilters({ archived: archived === 'no' ? undefined : archived })}
      />
      {isSearch ? (
        <SelectField
          label={say.sort}
          isLabelHidden
          isDisabled
          value="name"
          choices={fit}
          onChange={() => undefined}
        />
      ) : (
        <SelectField
          label={say.sort}
          isLabelHidden
          value={filters.sort ?? 'name'}
          choices={orders}
          onChange={(sort) => onFilters({ sort: sort === 'name' ? undefined : sort })}
        />
      )}
      <span className={toolbar.count} role="status">
        {count}
      </span>
    </search>
  );
}

interface OneOfProps {
  readonly label: string;
  readonly anyLabel: string;
  readonly value: string;
  readonly known: readonly string[];
  readonly most: number;
  readonly onChange: (value: string | undefined) => void;
}

/** Any word, with those that are known offered. It counts once it is chosen, or when the field is left or Enter is pressed. */
function OneOf({ label, anyLabel, value, known, most, onChange }: OneOfProps) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const take = (next: string) => {
    if (next.trim() !== value) onChange(next.trim() || undefined);
  };
  return (
    <div className={styles.oneOf}>
      <TextField
        label={label}
        isLabelHidden
        list={id}
        maxLength={most}
        autoComplete="off"
        placeholder={anyLabel}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value === '' || known.includes(event.target.value)) take(event.target.value);
        }}
        onBlur={() => take(text)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(text);
        }}
        after={
          text === '' ? null : (
            <IconButton icon={X} label={`${anyLabel}`} onClick={() => onChange(undefined)} />
          )
        }
      />
      <datalist id={id}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </div>
  );
}
