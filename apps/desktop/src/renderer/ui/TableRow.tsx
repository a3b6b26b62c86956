// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtual; these roles say the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its rows
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys for all of its rows
import { memo, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './VirtualTable.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Its share of the width, as a track of a CSS grid. */
  readonly track: string;
  /** Left out while the table is narrower than so many rem. */
  readonly fromRem?: number;
  readonly isNumber?: boolean;
  cell(row: Row): ReactNode;
}

interface TableRowProps {
  readonly id: string;
  readonly row: unknown;
  readonly columns: readonly Column<unknown>[];
  readonly tracks: string;
  readonly index: number;
  readonly startPx: number;
  readonly heightPx: number;
  readonly isActive: boolean;
  readonly isOff: boolean;
  /** A click that no link took, or one that did: then nothing more is to be opened. */
  readonly onPick: (index: number, isTaken: boolean) => void;
}

/** One row of a table; drawn anew only when something of it is another, however fast the table is scrolled. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, columns, index } = props;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.isActive}
      className={classes(styles.row, props.isOff && styles.off)}
      style={{
        gridTemplateColumns: props.tracks,
        height: props.heightPx,
        transform: `translateY(${props.startPx}px)`,
      }}
      onClick={({ target }) =>
        props.onPick(index, target instanceof Element && target.closest('a, button') !== null)
      }
    >
      {columns.map((column) => (
        <div
          key={column.key}
          role="gridcell"
          className={classes(styles.cell, column.isNumber === true && styles.number)}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
});
