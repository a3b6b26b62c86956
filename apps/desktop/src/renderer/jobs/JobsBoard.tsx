import { type Job, JobId, JobStatus } from '@ringdesk/shared';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { scrollAtEdge } from '../ui/scroll-at-edge.ts';
import { type DragPoint, useDrag } from '../ui/use-drag.ts';
import { BoardColumn } from './BoardColumn.tsx';
import type { ColumnRows } from './board-column.ts';
import { moveOf } from './board-moves.ts';
import { changeJobAloud } from './change-job.ts';
import { focusJob } from './focus-job.ts';
import { JobFilterBar } from './JobFilterBar.tsx';
import styles from './JobsBoard.module.css';
import type { JobFilters } from './job-filters.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;

export interface JobsBoardProps {
  readonly filters: JobFilters;
  readonly onFilters: (change: Partial<JobFilters>) => void;
  readonly onPickCustomer: () => void;
}

interface Dragged {
  readonly job: Job;
  readonly at: DragPoint;
  readonly over: JobStatus | null;
}

/** The jobs by how they stand, a column each; a card is moved with the pointer, or with M. */
export function JobsBoard({ filters, onFilters, onPickCustomer }: JobsBoardProps) {
  const board = useRef<HTMLDivElement | null>(null);
  const rows = useRef(new Map<JobStatus, ColumnRows>());
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [menuId, setMenuId] = useState<JobId | null>(null);
  const grab = useDrag<Job>({
    move: (job, at) => {
      scrollAtEdge(board.current, at);
      setDragged({ job, at, over: statusUnder(at) });
    },
    drop: (job, at) => {
      setDragged(null);
      const to = statusUnder(at);
      if (to !== null && to !== job.status) moveTo(job, to);
    },
    cancel: () => setDragged(null),
  });
  const keepRows = useCallback((status: JobStatus, now: ColumnRows) => rows.current.set(status, now), []);

  function moveTo(job: Job, to: JobStatus): void {
    const move = moveOf(job, to);
    if ('barred' in move) {
      notice(say.barred[move.barred], 'careful');
      return;
    }
    const column = board.current?.querySelector<HTMLElement>(`[data-status="${to}"]`) ?? null;
    focusJob(column, job.id);
    void changeJobAloud(job, move.change, (now) => say.became(plainText(now.title), now.status)).then(() => {
      // A card that was put back has left its focus behind.
      if (document.activeElement === document.body) focusJob(board.current, job.id);
    });
  }
  function pressed(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-job]') : null;
    if (card === null) return;
    const next = step(rows.current, card, event.key);
    if (event.key.toLowerCase() === 'm') setMenuId(idOf(card, rows.current));
    else if (next !== null) showAndFocus(board.current, next);
    else return;
    event.preventDefault();
  }
  return (
    <div className={styles.frame}>
      <JobFilterBar filters={filters} onFilters={onFilters} onPickCustomer={onPickCustomer} below={board}>
        <span className={styles.hint}>{say.board.about}</span>
      </JobFilterBar>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows of the cards inside it */}
      <div ref={board} tabIndex={-1} className={styles.board} onKeyDown={pressed}>
        {JobStatus.options.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            filters={filters}
            draggedId={dragged?.job.id ?? null}
            isTarget={dragged?.over === status && dragged.job.status !== status}
            barred={dragged === null ? null : barredIn(dragged.job, status)}
            menuId={menuId}
            onMenu={setMenuId}
            onMove={moveTo}
            onGrab={grab}
            onRows={keepRows}
          />
        ))}
      </div>
      {dragged === null ? null : <Ghost dragged={dragged} />}
    </div>
  );
}

function barredIn(job: Job, status: JobStatus): string | null {
  const move = moveOf(job, status);
  return 'barred' in move && move.barred !== 'same' ? say.barred[move.barred] : null;
}

/** What is carried, under the pointer. */
function Ghost({ dragged: { job, at } }: { readonly dragged: Dragged }) {
  return createPortal(
    <div
      className={styles.ghost}
      style={{ transform: `translate(${at.x + 8}px, ${at.y + 8}px)` }}
      aria-hidden
    >
      <strong>{plainText(job.title)}</strong>
      <span>{plainText(job.customerName)}</span>
    </div>,
    document.body,
  );
}

function statusUnder({ x, y }: DragPoint): JobStatus | null {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-status]');
  return JobStatus.safeParse(column?.dataset['status']).data ?? null;
}

type Rows = ReadonlyMap<JobStatus, ColumnRows>;
interface Place {
  readonly column: ColumnRows;
  readonly index: number;
}

function placeOf(rows: Rows, id: JobId | null): (Place & { readonly status: JobStatus }) | null {
  for (const status of JobStatus.options) {
    const column = rows.get(status);
    const index = id === null ? -1 : (column?.ids.indexOf(id) ?? -1);
    if (column !== undefined && index !== -1) return { status, column, index };
  }
  return null;
}

function jobIdOf(card: HTMLElement): JobId | null {
  return JobId.safeParse(card.dataset['job']).data ?? null;
}

function idOf(card: HTMLElement, rows: Rows): JobId | null {
  const place = placeOf(rows, jobIdOf(card));
  return place?.column.ids[place.index] ?? null;
}

/** The card an arrow leads to: up and down in its column, left and right to the nearest column that has any. */
function step(rows: Rows, card: HTMLElement, key: string): Place | null {
  const from = placeOf(rows, jobIdOf(card));
  if (from === null) return null;
  const within = new Map([
    ['ArrowDown', from.index + 1],
    ['ArrowUp', from.index - 1],
    ['Home', 0],
    ['End', from.column.ids.length - 1],
  ]);
  const index = within.get(key);
  if (index !== undefined) {
    return from.column.ids[index] === undefined ? null : { column: from.column, index };
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const order = key === 'ArrowRight' ? JobStatus.options : JobStatus.options.toReversed();
  const beyond = order.slice(order.indexOf(from.status) + 1).map((status) => rows.get(status));
  const column = beyond.find((one) => one !== undefined && one.ids.length > 0);
  return column === undefined ? null : { column, index: Math.min(from.index, column.ids.length - 1) };
}

function showAndFocus(board: HTMLElement | null, { column, index }: Place): void {
  const id = column.ids[index];
  column.show(index);
  if (id !== undefined) focusJob(board, id);
}
