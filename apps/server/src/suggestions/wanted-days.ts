import type { Line } from './line.ts';
import type { NamedDay } from './named-days.ts';

/** Which of the days that are named is wished for, and which are not. */

/** What is agreed already shall be at another time. */
const moving = /\b(?:move|push|change|switch|bump|shift|reschedule)\b.{1,60}\bto (?=\S)/;
const refused =
  /(?:\b(?:any|every|all|whole)(?: [a-z]+){0,3} but|\b(?:not|except|besides|excluding|other than|(?:can't|cannot)(?: do| make)?|isn't good|no|leaving|leave|out of town|gone|i work|i'm working|busy|away|back(?: [a-z]+){0,3}))(?: on| for| before| until| till)?(?: (?:this|next|the|a))? $/;
const refusedAfter =
  /^(?:,? ?(?:is|are|was|would be|'s)?,? ?(?:doesn't|does not|won't|will not|wouldn't|isn't|is not|not(?! (?:noon|before|after|until|till|at|in|too|so|early|late|first|any|the (?:morning|afternoon|evening)))|no good|bad|out|impossible|taken|is bad|is out|i can't|i'm working|i work(?=$| that| all| then| [.,])|i'm busy|i'm out|(?:is )?(?:a holiday|full|booked|busy)))\b/;

/** `Tomorrow is his tournament`, `Sunday is church`: something else is on that day. */
const isElsewise =
  /^(?:'s|is) (?:my (?!day off|free|best|preference)|his |her |our |their |your |an? (?!good|better|great|possib|fine|nice|lot|must|yes)|the (?!best|better|day|one|earliest|soonest|only|first|easiest)|(?:church|mass|temple|school|daycare|practice|choir|therapy|surgery|work|bingo|bowling|christmas|easter|thanksgiving|halloween|new year|mothers?|fathers?|mother's|father's|memorial|labor|independence|graduation|prom|veterans)\b)/;
/** `Wednesday I have choir`, `tomorrow she's got a test`, `Monday and Tuesday I'm in Boston`. */
const hasElsewise =
  /^(?:i|we|he|she|they)(?:'m|'re|'s|'ve|'ll be| am| are| is| will be)? (?:(?:have|has|got|have got|has got)(?: to)?|works?(?! (?:til|till|until|from|late|at))|fly|flies|teach|teaches|travel|drive|leave|out|away|gone|busy|working|teaching|flying|travell?ing|driving|visiting|closed|having|babysitting|watching|at (?!home)|in (?!the (?:house|office|morning|afternoon|evening)))\b(?! (?:off|free|time|nothing|no|none|the (?:day|morning|afternoon|evening|whole)|all day|open|it|an opening|a (?:free|day)|room|home)\b)/;

/** `I start on the fifth`, `the warranty ends in April`: something begins or ends then. */
const ends =
  /\b(?:i|we|he|she|they)(?:'ll| will| have to)? (?:start|begin|move|leave|fly|close|retire|travel|graduate)s?(?: in| out| back| off)?(?: on| by)?(?: the| this| next)? $|\b(?:i'm|i am|im|we're|we are|he's|she's|they're) (?:flying|leaving|moving|working|traveling|travelling|driving|starting|teaching)(?: in| out| back| off| away)?(?: on| by)?(?: the| this| next)? $|\b(?:ends?|expires?|runs? out|due|starts?|begins?|arrives?|deadline)(?: is)?(?: on| by| in)?(?: the| this| next)? $/;
/** `My sister is in Flagstaff until Tuesday`. */
const lasting = /\b(?:until|till|til|since|through) (?:the |this |next )?$/;

/** `Could he call after four tomorrow, I teach`: the day is asked for, and the reason is another one. */
const asking = /\b(?:could|can|would|will|need|want|like|prefer|let's|make it)\b/;

/** Whether a visit is moved from one day to another. */
export function isMoving(line: Line): boolean {
  return moving.test(line.text);
}

/** Days that are not refused; `away Saturday and Sunday` refuses both, and so does `Saturday and Sunday I am away`. */
export function wantedIn(days: readonly NamedDay[], line: Line): NamedDay[] {
  const isGone = days.map((day) => isRefused(day, line) || isHabit(day, line));
  const isLinked = (i: number) => {
    const [one, next] = [days[i], days[i + 1]];
    if (one === undefined || next === undefined) return false;
    const link = line.text.slice(line.starts[one.to] ?? 0, line.starts[next.from] ?? 0).trim();
    return /^(?:and|or|to|until|till|through)$/.test(link);
  };
  for (let i = 1; i < days.length; i += 1) if (isGone[i - 1] === true && isLinked(i - 1)) isGone[i] = true;
  for (let i = days.length - 2; i >= 0; i -= 1)
    if (isTaken(days[i + 1], line) && isLinked(i)) isGone[i] = true;
  return days.filter((_, i) => isGone[i] !== true);
}

/** Whether something else is on that day: `Tuesday I am in Boston`. */
function isTaken(day: NamedDay | undefined, line: Line): boolean {
  if (day === undefined || day.isUrgent) return false;
  const start = line.starts[day.from] ?? 0;
  const after = whatFollows(line, day.to);
  if (!isElsewise.test(after) && !hasElsewise.test(after)) return false;
  return !asking.test(line.text.slice(Math.max(0, start - 50), start));
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
  if (/\b(?:what|how) about (?:the |this |next |on )?$/.test(before)) return true;
  if (/^then\b/.test(line.text.slice(line.starts[to] ?? line.text.length))) return true;
  return /\b(?:so|then|say)(?: ,)?(?: maybe| say)? $/.test(before.slice(-14));
}

/** `any day but Friday`, `Friday doesn't work`. */
export function isRefused(day: NamedDay, line: Line): boolean {
  const { from, to } = day;
  const start = line.starts[from] ?? 0;
  const end = line.starts[to] ?? line.text.length;
  return (
    /(?:\bso|,) no(?: [.,]|$)/.test(line.text.slice(end)) ||
    refused.test(line.text.slice(Math.max(0, start - 40), start)) ||
    refusedAfter.test(line.text.slice(end, end + 40)) ||
    ends.test(line.text.slice(0, start).slice(-50)) ||
    isTaken(day, line)
  );
}

/** What is said right after a word; `tomorrow's` is one word with what it is. */
function whatFollows(line: Line, to: number): string {
  const start = line.starts[to] ?? line.text.length;
  const isJoined = line.text.slice(0, start).endsWith("'s ");
  return (isJoined ? "'s " : '') + line.text.slice(start, start + 60);
}

/** Whether a day only says how long something else lasts. */
export function isLastDay({ from }: NamedDay, line: Line): boolean {
  return lasting.test(line.text.slice(0, line.starts[from] ?? 0).slice(-20));
}
