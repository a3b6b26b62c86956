import type { NamedDay } from './days.ts';
import type { Line } from './line.ts';

/** Which of the days that are named is wished for, and which are not. */

/** What is agreed already shall be at another time. */
const moving = /\b(?:move|push|change|switch|bump|shift|reschedule)\b.{1,60}\bto (?=\S)/;
const refused =
  /(?:\b(?:any|every|all|whole)(?: [a-z]+){0,3} but|\b(?:not|except|besides|excluding|other than|(?:can't|cannot)(?: do| make)?|isn't good|no|leaving|leave|out of town|gone|i work|i'm working|busy|away|back(?: [a-z]+){0,3}))(?: on| for| before| until| till)?(?: (?:this|next|the|a))? $/;
const refusedAfter =
  /^(?:,? ?(?:is|are|was|would be|'s)?,? ?(?:doesn't|does not|won't|will not|wouldn't|isn't|is not|not|no good|bad|out|impossible|taken|is bad|is out|i can't|i'm working|i work(?=$| that| all| then| [.,])|i'm busy|i'm out|(?:is )?(?:a holiday|full|booked|busy)))\b/;

/** Whether a visit is moved from one day to another. */
export function isMoving(line: Line): boolean {
  return moving.test(line.text);
}

/** Days that are not refused; `away Saturday and Sunday` refuses both. */
export function wantedIn(days: readonly NamedDay[], line: Line): NamedDay[] {
  const wanted: NamedDay[] = [];
  let refusedTo: number | null = null;
  for (const day of days) {
    const link: string =
      refusedTo === null
        ? ''
        : line.text.slice(line.starts[refusedTo] ?? 0, line.starts[day.from] ?? 0).trim();
    const isGone =
      isRefused(day, line) || isHabit(day, line) || /^(?:and|or|to|until|till|through)$/.test(link);
    refusedTo = isGone ? day.to : null;
    if (!isGone) wanted.push(day);
  }
  return wanted;
}

/** `Mondays I have class`, but not `I am off on Thursdays`. */
function isHabit({ from, to }: NamedDay, line: Line): boolean {
  const said = line.text.slice(line.starts[from] ?? 0, line.starts[to] ?? line.text.length);
  return (
    /(?:sun|mon|tues|wednes|thurs|fri|satur)days\b/.test(said) &&
    !/\b(?:free|off|home|available|open|good|better|best|fine|great|ideal|works?|prefer)\b/.test(line.text)
  );
}

/** `I am away on Tuesday, so Wednesday`, `Monday then`, `move it to Monday`. */
export function isConcluded({ from, to }: NamedDay, line: Line): boolean {
  const start = line.starts[from] ?? 0;
  const before = line.text.slice(0, start);
  if (isMoving(line)) return /\bto (?:the |next |this )?$/.test(before);
  if (/\b(?:can|could|would) (?:you|somebody|someone|we) (?:[a-z]+ ){0,4}$/.test(before)) return true;
  if (/^then\b/.test(line.text.slice(line.starts[to] ?? line.text.length))) return true;
  return /\b(?:so|then|say)(?: ,)?(?: maybe| say)? $/.test(before.slice(-14));
}

/** `any day but Friday`, `Friday doesn't work`. */
export function isRefused({ from, to }: NamedDay, line: Line): boolean {
  const start = line.starts[from] ?? 0;
  const end = line.starts[to] ?? line.text.length;
  return (
    /(?:\bso|,) no(?: [.,]|$)/.test(line.text.slice(end)) ||
    refused.test(line.text.slice(Math.max(0, start - 40), start)) ||
    refusedAfter.test(line.text.slice(end, end + 40))
  );
}
