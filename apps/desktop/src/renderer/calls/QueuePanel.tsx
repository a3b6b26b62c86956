import { ListFilter, PanelLeftClose, PanelLeftOpen, PhoneIncoming, Search, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Menu, MenuItem, MenuRule } from '../ui/Menu.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useDeskCalls, useMe } from './desk.store.ts';
import { QueueList } from './QueueList.tsx';
import styles from './QueuePanel.module.css';
import { queueMessages } from './queue.messages.ts';
import { linesOf, type QueueRow } from './queue.ts';
import {
  filterQueue,
  searchQueue,
  useIsQueueNarrowed,
  useQueueLine,
  useQueueRows,
  useQueueSearch,
} from './queue-view.store.ts';

export interface QueuePanelProps {
  /** Stands on top: the presence switch. */
  readonly children: ReactNode;
  /** Whether the panel is a strip of icons and times that can be opened. */
  readonly isStrip: boolean;
  readonly isWide: boolean;
  readonly onWide: (isWide: boolean) => void;
}

/** The queue: everything that rings, waits, is talked to or has ended today. */
export function QueuePanel({ children, isStrip, isWide, onWide }: QueuePanelProps) {
  const me = useMe();
  const rows = useQueueRows();
  const isNarrowed = useIsQueueNarrowed();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useShortcut('queue.search', () => {
    if (isStrip) onWide(true);
    // The field is hidden in the strip until the panel has opened.
    // At once where it can be: the next letter is meant for it. A strip has to open first.
    search.current?.focus();
    requestAnimationFrame(() => search.current?.focus());
  });
  useShortcut('queue.focus', () => list.current?.focus());
  return (
    <section className={styles.panel} aria-label={queueMessages.title}>
      {children}
      <div className={styles.tools}>
        <div className={styles.search}>
          <SearchField fieldRef={search} onDown={() => list.current?.focus()} />
        </div>
        <FilterMenu />
        {isStrip ? (
          <IconButton
            icon={isWide ? PanelLeftClose : PanelLeftOpen}
            label={isWide ? queueMessages.narrow : queueMessages.widen}
            onClick={() => onWide(!isWide)}
          />
        ) : null}
      </div>
      {me === null ? <LoadingRows /> : null}
      {me !== null && rows.length === 0 ? <NothingHere /> : null}
      {rows.length > 0 && rows.every(isAboutEnded) && !isNarrowed ? (
        <p className={styles.calm}>{queueMessages.empty}</p>
      ) : null}
      {me !== null && rows.length > 0 ? <QueueList rows={rows} me={me.id} listRef={list} /> : null}
    </section>
  );
}

/** Whether a row belongs to the calls that are over. */
function isAboutEnded(row: QueueRow): boolean {
  return row.kind === 'earlier' || row.section === 'ended';
}

interface SearchFieldProps {
  readonly fieldRef: React.RefObject<HTMLInputElement | null>;
  readonly onDown: () => void;
}

function SearchField({ fieldRef, onDown }: SearchFieldProps) {
  const search = useQueueSearch();
  const clear = <IconButton icon={X} label={queueMessages.clearSearch} onClick={() => searchQueue('')} />;
  return (
    <TextField
      ref={fieldRef}
      type="search"
      label={queueMessages.search}
      isLabelHidden
      isQuiet
      icon={Search}
      placeholder={queueMessages.searchPlaceholder}
      value={search}
      after={search === '' ? <Kbd keys={keysOf('queue.search') ?? ''} /> : clear}
      onChange={(event) => searchQueue(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') onDown();
        if (event.key !== 'Escape') return;
        searchQueue('');
        event.currentTarget.blur();
      }}
    />
  );
}

function FilterMenu() {
  const line = useQueueLine();
  const label = line === null ? queueMessages.filter : queueMessages.filterOn(line);
  return (
    <span className={styles.filter}>
      <Menu align="end" trigger={<IconButton icon={ListFilter} label={label} isPressed={line !== null} />}>
        <LineItems />
      </Menu>
    </span>
  );
}

/** Drawn while the menu is open only: it follows every call. */
function LineItems() {
  const line = useQueueLine();
  const lines = linesOf(useDeskCalls());
  return (
    <>
      <MenuItem label={queueMessages.everyLine} isChosen={line === null} onPick={() => filterQueue(null)} />
      <MenuRule />
      {lines.map((name) => (
        <MenuItem key={name} label={name} isChosen={line === name} onPick={() => filterQueue(name)} />
      ))}
    </>
  );
}

function NothingHere() {
  const search = useQueueSearch();
  const line = useQueueLine();
  const isNarrowed = useIsQueueNarrowed();
  if (!isNarrowed) {
    return (
      <EmptyState icon={PhoneIncoming} title={queueMessages.emptyTitle}>
        {queueMessages.empty}
      </EmptyState>
    );
  }
  function showEverything(): void {
    searchQueue('');
    filterQueue(null);
  }
  return (
    <EmptyState
      icon={Search}
      title={
        search.trim() === ''
          ? queueMessages.nothingOnLine(line ?? '')
          : queueMessages.nothingFound(search.trim())
      }
      actions={<Button onClick={showEverything}>{queueMessages.showEverything}</Button>}
    />
  );
}

const widths = ['62%', '48%', '70%', '55%', '40%', '66%'] as const;

function LoadingRows() {
  const isSlow = useSlowly(true);
  if (!isSlow) return null;
  return (
    <div className={styles.skeletons} aria-hidden>
      {widths.map((width) => (
        <div key={width}>
          <Skeleton width={width} />
          <Skeleton width="85%" height="0.625rem" />
        </div>
      ))}
    </div>
  );
}
