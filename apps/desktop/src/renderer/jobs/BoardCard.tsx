import { type Job, JobStatus } from '@ringdesk/shared';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, MenuItem, MenuTitle } from '../ui/Menu.tsx';
import { plainText } from '../ui/plain-text.ts';
import type { BoardColumnProps } from './board-column.ts';
import { moveOf } from './board-moves.ts';
import { statusIcons } from './JobStatusBadge.tsx';
import styles from './JobsBoard.module.css';
import { sayTime } from './job-times.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;

export interface BoardCardProps
  extends Pick<BoardColumnProps, 'draggedId' | 'menuId' | 'onMenu' | 'onMove' | 'onGrab'> {
  readonly job: Job;
  readonly nowMs: number;
  readonly place: {
    readonly startPx: number;
    readonly heightPx: number;
    readonly index: number;
    readonly count: number;
  };
  /** The one stop of the tab order in its column. */
  readonly isFirst: boolean;
}

/** One job on the board: what, for whom, when. */
export function BoardCard(props: BoardCardProps) {
  const { job, nowMs, place, draggedId, isFirst, menuId, onGrab } = props;
  const title = plainText(job.title);
  const time = job.schedule === null ? say.noTime : sayTime(job.schedule, nowMs);
  const assignees = job.assignees.map(({ name }) => plainText(name)).join(', ');
  return (
    <li
      className={styles.place}
      style={{ height: place.heightPx, transform: `translateY(${place.startPx}px)` }}
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
    >
      <div
        className={classes(styles.card, draggedId === job.id && styles.carried)}
        onPointerDown={(event) => {
          const isButton = event.target instanceof Element && event.target.closest('button') !== null;
          if (!isButton) onGrab(job, event);
        }}
      >
        <Link
          to="/jobs/$id"
          params={{ id: job.id }}
          data-job={job.id}
          draggable={false}
          tabIndex={isFirst ? 0 : -1}
          className={styles.title}
          title={title}
        >
          {title}
        </Link>
        <span className={styles.who} title={plainText(job.customerName)}>
          {plainText(job.customerName)}
        </span>
        <span className={styles.when} title={time}>
          {time}
        </span>
        <span className={styles.when} title={assignees}>
          {assignees || say.nobody}
        </span>
        <span className={styles.more}>
          {menuId === job.id ? <MoveMenu {...props} /> : <MenuButton {...props} />}
        </span>
      </div>
    </li>
  );
}

function MenuButton({ job, onMenu }: Pick<BoardCardProps, 'job' | 'onMenu'>) {
  return (
    <IconButton
      icon={Ellipsis}
      label={say.board.moveJob(plainText(job.title))}
      keys="M"
      tabIndex={-1}
      onClick={() => onMenu(job.id)}
    />
  );
}

/** Where the job may go, and why not where it may not. */
function MoveMenu({ job, onMenu, onMove }: Pick<BoardCardProps, 'job' | 'onMenu' | 'onMove'>) {
  return (
    <Menu
      isOpen
      align="end"
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        onMenu(null);
        requestAnimationFrame(() => document.querySelector<HTMLElement>(`a[data-job="${job.id}"]`)?.focus());
      }}
      trigger={<IconButton icon={Ellipsis} label={say.board.moveJob(plainText(job.title))} tabIndex={-1} />}
    >
      <MenuTitle>{say.board.move}</MenuTitle>
      {JobStatus.options
        .filter((status) => status !== job.status)
        .map((status) => {
          const move = moveOf(job, status);
          return (
            <MenuItem
              key={status}
              icon={statusIcons[status]}
              label={say.statuses[status]}
              isDisabled={'barred' in move}
              {...('barred' in move ? { meta: say.barred[move.barred] } : {})}
              onPick={() => {
                onMenu(null);
                onMove(job, status);
              }}
            />
          );
        })}
    </Menu>
  );
}
