// biome-ignore-all lint/a11y/useSemanticElements: a table has no keys of its own, and blocks lie over its cells
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its cells
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { serverNowMs } from '../realtime/server-time.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { plainText } from '../ui/plain-text.ts';
import { addDays, dateAt, minuteAt, momentAt } from './calendar-days.ts';
import { formMessages as say } from './form.messages.ts';
import { sayClock, sayDate } from './job-times.ts';
import styles from './WeekStrip.module.css';
import {
  type Cell,
  cellAt,
  cellOf,
  dragged,
  type Hours,
  hoursFor,
  placeIn,
  rowMinutes,
  type Taken,
  weekFrom,
} from './week-strip.ts';
import { type Range, rangeAt, touches, usualMinutes, wallRange } from './when.ts';

export interface WeekStripProps {
  /** The first of the seven days that are shown. */
  readonly first: string;
  readonly onDate: (date: string) => void;
  /** The customer's zone; every hour of the strip is one of its wall clock. */
  readonly zone: string;
  readonly taken: readonly Taken[];
  readonly range: Range | null;
  readonly onRange: (range: Range) => void;
}

/** A week by half hours: what is taken is hatched, a drag or the arrows choose. */
export function WeekStrip(props: WeekStripProps) {
  const { first, onDate, zone, taken, range } = props;
  const week = weekFrom(first, zone);
  const hours = hoursFor([...taken, ...(range === null ? [] : [range])], week, zone);
  const today = dateAt(serverNowMs(), zone);
  return (
    <div className={styles.strip}>
      <div className={styles.head}>
        <IconButton icon={ChevronLeft} label={say.earlier} onClick={() => onDate(addDays(first, -7))} />
        <span className={styles.week} aria-live="polite">
          {say.week(
            sayDate(first, { month: 'short', day: 'numeric' }),
            sayDate(addDays(first, 6), { month: 'short', day: 'numeric' }),
          )}
        </span>
        <IconButton icon={ChevronRight} label={say.later} onClick={() => onDate(addDays(first, 7))} />
      </div>
      <div className={styles.days} aria-hidden>
        <span />
        {week.map((day) => (
          <span key={day.date} className={classes(styles.day, day.date === today && styles.today)}>
            {sayDate(day.date, { weekday: 'short' })} <b>{sayDate(day.date, { day: 'numeric' })}</b>
          </span>
        ))}
      </div>
      <div className={styles.body}>
        <HourLabels hours={hours} />
        <Grid {...props} week={week} hours={hours} />
      </div>
    </div>
  );
}

function HourLabels({ hours }: { readonly hours: Hours }) {
  const whole = (hours.to - hours.from) / 60;
  return (
    <div className={styles.hours} aria-hidden>
      {Array.from({ length: whole }, (_, i) => hours.from / 60 + i).map((hour) => (
        <span key={hour}>{hour % 2 === 0 ? sayHour(hour) : ''}</span>
      ))}
    </div>
  );
}

function sayHour(hour: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 1, hour),
  );
}

const longAgo = '2000-01-01T00:00:00Z';

interface GridProps extends WeekStripProps {
  readonly week: ReturnType<typeof weekFrom>;
  readonly hours: Hours;
}

function Grid(props: GridProps) {
  const { week, hours, zone, taken, range } = props;
  const id = useId();
  const [drag, setDrag] = useState<{ begun: Cell; reached: Cell } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const place = { hours, zone };
  const now = new Date(serverNowMs()).toISOString();
  const shown = drag === null ? range : rangeOfDrag(drag, props);
  const active = shown === null ? null : cellOf(shown.start, week, zone);

  function cellUnder(event: PointerEvent): Cell {
    const { left, top, width, height } = (box.current ?? event.currentTarget).getBoundingClientRect();
    return cellAt({ x: (event.clientX - left) / width, y: (event.clientY - top) / height }, hours);
  }
  function pressed(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const begun = cellUnder(event);
    setDrag({ begun, reached: begun });
  }
  function released(): void {
    if (drag === null) return;
    setDrag(null);
    props.onRange(rangeOfDrag(drag, props));
  }
  return (
    <div
      ref={box}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={say.strip}
      aria-describedby={`${id}-keys`}
      aria-activedescendant={active === null ? undefined : `${id}-${active.day}-${roundDown(active.minute)}`}
      onKeyDown={(event) => moved(event, props)}
      onPointerDown={pressed}
      onPointerMove={(event) =>
        setDrag((now) => (now === null ? null : { ...now, reached: cellUnder(event) }))
      }
      onPointerUp={released}
      onPointerCancel={() => setDrag(null)}
    >
      <Cells id={id} {...props} range={shown} />
      {week.map((day, column) => {
        const at = placeIn({ start: longAgo, end: now }, day, place);
        return at === null ? null : (
          <Block key={day.date} column={column} at={at} className={styles.past}>
            {''}
          </Block>
        );
      })}
      {week.map((day, column) =>
        taken.map((one) => {
          const at = placeIn(one, day, place);
          return at === null ? null : (
            <Block
              key={`${day.date} ${one.jobId}`}
              column={column}
              at={at}
              className={one.by === 'customer' ? styles.own : styles.soft}
              title={plainText(`${one.title} · ${one.customerName}`)}
            >
              {one.by === 'customer' && !(shown !== null && touches(one, shown)) ? say.taken : ''}
            </Block>
          );
        }),
      )}
      {week.map((day, column) => {
        const at = shown === null ? null : placeIn(shown, day, place);
        const isClash = shown !== null && taken.some((one) => one.by === 'customer' && touches(one, shown));
        return at === null ? null : (
          <Block
            key={day.date}
            column={column}
            at={at}
            className={classes(styles.chosen, isClash && styles.clash)}
          >
            {shown === null ? '' : sayClock(Date.parse(shown.start), zone)}
          </Block>
        );
      })}
      <span id={`${id}-keys`} className="only-heard">
        {say.stripKeys}
      </span>
    </div>
  );
}

interface BlockProps {
  readonly column: number;
  readonly at: { readonly top: number; readonly height: number };
  readonly className: string | undefined;
  readonly title?: string;
  readonly children: string;
}

function Block({ column, at, className, title, children }: BlockProps) {
  const style = { left: `${(column / 7) * 100}%`, top: `${at.top * 100}%`, height: `${at.height * 100}%` };
  return (
    <span aria-hidden className={classes(styles.block, className)} style={style} title={title}>
      {children}
    </span>
  );
}

/** The half hours for those who hear them: what each is, and whether it is taken. */
function Cells({ id, week, hours, zone, taken, range }: GridProps & { readonly id: string }) {
  const rows = Array.from(
    { length: (hours.to - hours.from) / rowMinutes },
    (_, i) => hours.from + i * rowMinutes,
  );
  return rows.map((minute) => (
    <div key={minute} role="row" className={styles.row}>
      {week.map((day, column) => {
        const cell = wallRange(day.date, { start: minute, end: minute + rowMinutes, zone });
        const inWay = taken.find((one) => touches(one, cell));
        const state = inWay === undefined ? say.free : say.takenBy(plainText(inWay.title));
        return (
          <div
            key={day.date}
            id={`${id}-${column}-${minute}`}
            role="gridcell"
            tabIndex={-1}
            aria-selected={range !== null && touches(range, cell)}
            aria-label={say.cell(`${sayDate(day.date)} ${sayClock(Date.parse(cell.start), zone)}`, state)}
          />
        );
      })}
    </div>
  ));
}

function rangeOfDrag({ begun, reached }: { begun: Cell; reached: Cell }, { week, zone }: GridProps): Range {
  const date = week[begun.day]?.date ?? '';
  const { start, end } = dragged(begun, reached);
  const isClick = end - start === rowMinutes;
  return isClick
    ? rangeAt(date, { start, minutes: usualMinutes, zone })
    : wallRange(date, { start, end, zone });
}

/** Arrows move the chosen time by half hours and days, with Shift they move its end. */
function moved(event: KeyboardEvent, { range, onRange, onDate, zone, first, hours }: GridProps): void {
  const steps: Readonly<Record<string, readonly [days: number, minutes: number]>> = {
    ArrowUp: [0, -rowMinutes],
    ArrowDown: [0, rowMinutes],
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    PageUp: [-7, 0],
    PageDown: [7, 0],
  };
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (range === null) {
    onRange(rangeAt(addDays(first, 1), { start: hours.from + 60, minutes: usualMinutes, zone }));
    return;
  }
  const [days, minutes] = step;
  const lasts = Date.parse(range.end) - Date.parse(range.start);
  if (event.shiftKey) {
    const longer = lasts + minutes * 60_000;
    if (longer >= rowMinutes * 60_000) onRange({ start: range.start, end: later(range.start, longer) });
    return;
  }
  const from = Date.parse(range.start);
  const next = addDays(dateAt(from, zone), days);
  const start = new Date(momentAt(next, minuteAt(from, zone) + minutes, zone)).toISOString();
  onRange({ start, end: later(start, lasts) });
  onDate(dateAt(Date.parse(start), zone));
}

function later(start: string, ms: number): string {
  return new Date(Date.parse(start) + ms).toISOString();
}

function roundDown(minute: number): number {
  return Math.floor(minute / rowMinutes) * rowMinutes;
}
