// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtual; these roles say the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its rows
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys for all of its rows
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a grid is one stop of the tab order
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { classes } from './classes.ts';
import { type Column, TableRow } from './TableRow.tsx';
import { keepPlace, placeIn } from './table-places.ts';
import { useRem } from './use-rem.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useWidthRem } from './use-width.ts';
import styles from './VirtualTable.module.css';

export interface VirtualTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  /** Names what is shown: who comes back to the same is where they were, and something else begins at its top. */
  readonly placeKey: string;
  /** More rows can be had; they are asked for before the end is reached. */
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly endLabel: string;
  readonly loadingLabel: string;
  /** The rows are those of a moment ago; new ones are on their way. */
  readonly isStale?: boolean;
  readonly isOff?: (row: Row) => boolean;
  /** Its cells say two lines. */
  readonly isTall?: boolean;
  readonly gridRef?: RefObject<HTMLDivElement | null>;
}

/** The next page is asked for when so many rows are left below. */
const aheadRows = 30;
const rowRem = 2.25;
const tallRowRem = 2.75;

/** A table of any number of records: as quick with fifty thousand as with fifty. One stop of the tab order; the arrows move inside. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, rows, keyOf, onOpen, placeKey, hasMore, onMore, isStale = false } = props;
  const id = useId();
  const rem = useRem();
  const scroller = useRef<HTMLDivElement | null>(null);
  const widthRem = useWidthRem(scroller);
  const columns = useMemo(
    () => props.columns.filter(({ fromRem = 0 }) => widthRem >= fromRem),
    [props.columns, widthRem],
  );
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (props.isTall === true ? tallRowRem : rowRem) * rem,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 10,
    paddingStart: 2 * rem,
    scrollPaddingStart: 2 * rem,
    initialOffset: placeIn(placeKey).offsetPx,
  });
  // A change of the text size makes every measured height old.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rem` says when
  useLayoutEffect(() => virtual.measure(), [virtual, rem]);
  const move = useRowKeys(keys, placeIn(placeKey).activeKey, {
    show: (index) => virtual.scrollToIndex(index),
    open: (index) => openAt(index),
  });
  useKeptPlace(placeKey, scroller, move.activeKey);
  useFocusOnReturn(placeKey, scroller);
  const shown = virtual.getVirtualItems();
  const isNearEnd = (shown.at(-1)?.index ?? 0) >= rows.length - aheadRows;
  useEffect(() => {
    if (hasMore && isNearEnd && !isStale) onMore();
  });

  function openAt(index: number): void {
    const row = rows[index];
    if (row !== undefined) onOpen(row);
  }
  const latest = useRef({ keys, openAt });
  useEffect(() => {
    latest.current = { keys, openAt };
  });
  const { moveTo } = move;
  const pick = useCallback(
    (index: number, isTaken: boolean) => {
      moveTo(latest.current.keys[index] ?? null);
      // A link in the row goes its own way.
      if (!isTaken) latest.current.openAt(index);
    },
    [moveTo],
  );
  const tracks = columns.map(({ track }) => track).join(' ');
  const active = move.activeKey === null ? -1 : keys.indexOf(move.activeKey);
  const isActiveShown = shown.some(({ index }) => index === active);
  return (
    <div
      ref={(element) => {
        scroller.current = element;
        if (props.gridRef !== undefined) props.gridRef.current = element;
      }}
      role="grid"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-colcount={columns.length}
      aria-busy={isStale}
      aria-activedescendant={isActiveShown ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={classes(styles.table, isStale && styles.stale)}
      onKeyDown={move.onKeyDown}
      onFocus={(event) => {
        if (event.target !== event.currentTarget) return;
        const topPx = event.currentTarget.scrollTop + 2 * rem;
        move.onFocus(shown.find(({ start }) => start >= topPx)?.index ?? 0);
      }}
    >
      <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => (
          <span
            key={column.key}
            role="columnheader"
            className={classes(styles.cell, column.isNumber === true && styles.number)}
          >
            {column.label}
          </span>
        ))}
      </div>
      <div role="presentation" style={{ height: virtual.getTotalSize() - 2 * rem }}>
        {shown.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <TableRow
              key={item.key}
              id={`${id}-${item.index}`}
              row={row}
              columns={columns}
              tracks={tracks}
              index={item.index}
              startPx={item.start}
              heightPx={item.size}
              isActive={item.index === active}
              isOff={props.isOff?.(row) === true}
              onPick={pick}
            />
          );
        })}
      </div>
      {/* The count of the rows says the same to those who hear it; a grid holds nothing but rows. */}
      <p className={styles.end} aria-hidden>
        {hasMore ? props.loadingLabel : props.endLabel}
      </p>
    </div>
  );
}

/** Who comes back to a row goes on from there by key, unless something else has the focus. */
function useFocusOnReturn(placeKey: string, scroller: RefObject<HTMLElement | null>): void {
  const isReturn = useRef(placeIn(placeKey).activeKey !== null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isFree = focused === null || focused.matches('body, main') || !focused.checkVisibility();
    if (isReturn.current && isFree) scroller.current?.focus({ preventScroll: true });
  }, [scroller]);
}

/** Keeps the place by what is shown, and begins at the top when something else is. */
function useKeptPlace(
  placeKey: string,
  scroller: RefObject<HTMLElement | null>,
  activeKey: string | null,
): void {
  const latest = useRef({ placeKey, activeKey });
  useEffect(() => {
    const isOther = latest.current.placeKey !== placeKey;
    latest.current = { placeKey, activeKey };
    if (isOther) scroller.current?.scrollTo({ top: placeIn(placeKey).offsetPx });
  }, [placeKey, activeKey, scroller]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const keep = () =>
      keepPlace(latest.current.placeKey, {
        offsetPx: element.scrollTop,
        activeKey: latest.current.activeKey,
      });
    element.addEventListener('scroll', keep, { passive: true });
    element.addEventListener('click', keep);
    element.addEventListener('keyup', keep);
    return () => {
      element.removeEventListener('scroll', keep);
      element.removeEventListener('click', keep);
      element.removeEventListener('keyup', keep);
    };
  }, [scroller]);
}
