/** What a rep or the assistant asked for last. */
export type Question =
  | 'name'
  | 'spelling'
  | 'firstName'
  | 'lastName'
  | 'phone'
  | 'areaCode'
  | 'email'
  | 'address'
  | 'unit'
  | 'city'
  | 'state'
  | 'zip'
  | 'wish'
  | 'birthDate'
  /** An order number or somebody else's name: the answer is none of the caller's facts. */
  | 'otherNumber'
  | 'otherName';

const questions: readonly (readonly [Question, RegExp])[] = [
  [
    'otherNumber',
    /\b(?:order|invoice|job|account|policy|member(?:ship)?|claim|case|serial|model|tracking|confirmation|card|ticket|insurance|reference|license|security|group|user) ?(?:number|id|name)\b|\bsocial\b/,
  ],
  [
    'otherName',
    /\b(?:child|son|daughter|baby|patient|husband|wife|spouse|mother|father|doctor|physician|pharmacy|office|business|company|pet|dog|cat|tenant|owner|landlord|emergency contact|provider|technician|his|her|their|whose)(?:'s)? (?:full |first |last )?(?:name|phone|number|email|address)\b|\bname of (?:the|your)\b/,
  ],
  ['spelling', /\bspell/],
  ['firstName', /\bfirst name\b|^(?:and )?(?:the |your )?first$/],
  ['lastName', /\b(?:last|family|sur) ?name\b|^(?:and )?(?:the |your )?last$/],
  [
    'name',
    /\b(?:names?|surname)\b|\bwho(?:'s|s| is| am| are| do)? (?:(?:this|that|it|calling|speaking|i|you|there)\b|on the line)|\byou(?:'re| are)(?:$| [.]| (?:mr|mrs|ms|miss|mister)\b)/,
  ],
  ['areaCode', /\barea code\b/],
  [
    'phone',
    /\b(?:phone|telephone|cell|mobile|call ?back)\b|\bnumbers?\b(?! of\b)|\breach you\b|\bcall you (?:back )?(?:at|on)\b/,
  ],
  ['email', /\be ?mail/],
  [
    'address',
    /\baddress\b|\byou (?:still )?live\b|\bhave you (?:down )?at\b|\b(?:house|street) number\b|\bstreet\b|\bwhere\b|\b(?:located|location)\b|\b(?:is|are|going) (?:at|to)$|\bthe (?:house|home|property|building)$|\bpick you up\b|\b(?:you|up|come|it) (?:at|to) (?:your )?(?:home|house|place)$/,
  ],
  ['unit', /\b(?:apartment|unit|suite|apt)\b/],
  [
    'city',
    /\b(?:city|town)\b|\b(?:is|are|that's) (?:that |this |it |you |there )?(?:still |all )?in (?!the\b)|\b(?:is|are) (?:that|this|it|you) still (?=[a-z]+(?: [a-z]+)?$)/,
  ],
  ['state', /\bstate\b/],
  ['zip', /\bzip|\bpostal code\b/],
  ['birthDate', /\bdate of birth\b|\bbirth ?(?:date|day)\b|\bwhen were you born\b|\bborn\b|\bd o b\b/],
  [
    'wish',
    /\bwhen\b|\b(?:what|which|any|a|another) (?:other |particular |specific )?(?:days?|dates?|times?)\b(?! (?:were|was|did|is it|had|are you on))|\bhow (?:soon|urgent|urgently|fast|quick|quickly)\b|\b(?:can|could) you (?:come|be here|make it|get here|stop|drop|swing)\b|\b(?:what|which) (?:works|would work|suits)\b|\b(?:best|good|convenient|preferred) (?:day|time)\b|\b(?:you prefer|you rather|suits? you|better for you|work for you)\b|\b(?:i|we) (?:could|can) (?:send|do|come|offer|get|be there|have|fit|squeeze|schedule|put)\b|\b(?:i|we) have (?:an opening|openings|something|time)\b|\bclosest i have\b|\b(?:i|we)(?: only| just)?(?:'ve got| have| got)(?: only| just| got)*(?: an?| the)? (?:openings?|morning|afternoon|evening|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|half past|quarter|[0-9]{1,2})\b|\byou (?:need|want) (?:us|someone|somebody|it|this|that|him|her)(?: [a-z]+){0,3} (?:right away|right now|today|tomorrow|tonight|asap|soon)\b/,
  ],
];

const day =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next week|this week|(?:morning|afternoon|evening)s?)';
const ordinal =
  '(?:the (?:[0-9]{1,2}(?:st|nd|rd|th)|(?:twenty[ -])?(?:fourth|fifth|sixth|seventh|eighth|ninth)|[a-z]+teenth|tenth|eleventh|twelfth|twentieth|thirtieth|(?:twenty[ -]|thirty[ -])(?:first|second|third)|(?:first|second|third)(?= (?:at|or|of|after|before|between)\\b|$)))';
/** A day that a rep names to come is offered; `good morning` is none. */
const offersDay = new RegExp(`(?<!\\bgood )\\b(?:${day}|${ordinal})(?:\\b|$)`);
const pastDay =
  /\b(?:was|were|had|did|came|started|began|happened|since|last|ago|yesterday|yet|(?:put|have|got) you down|you're (?:all )?(?:set|booked)|confirmed|see you|your (?:appointment|visit) is|scheduled for|due|ready|call you|close|open until|reachable|how can i help|(?:i|you|he|she|they)'ll)\b/;

/** When something began, or how long it lasts, is no wish. */
const pastWhen =
  /\bsince when\b|\bwhen (?:is|are|does|do|did|was|were|has|have|had)\b(?! (?:it |that |there )?(?:good|best|convenient|a good|the best|some(?:body|one)|any(?:body|one)|you (?:home|free|available|around|there|at home|want|need|like|prefer)|works?\b))/;
/** A question about mail is none about the house: `your email address`. */
const emailAddress = /\be ?mail address(?:es)?\b/g;
const farewell =
  /\bhave an? (?:\w+ ){1,3}(?:day|one|evening|weekend|afternoon|morning|week)\b|\btime (?:today|out of)\b/g;

/** Numbers and names of something else, where they stand beside a question of our own. */
const otherThings =
  /\b(?:house|street|unit|apartment|apt|suite|building|lot|floor|room|door|gate|flat|tracking|order|invoice|job|account|policy|claim|case|serial|model|confirmation|card|ticket|reference|license|prescription|our(?: phone)?) (?:number|phone)\b/g;
/** Where something hurts, or where a letter may go, is no house. */
const noHouse =
  /\bwhere (?:(?:does|did|do) (?:it|that|this|the pain|you (?:buy|get|hear|feel|find|pick))|(?:may|can|should|shall|do) i (?:e ?mail|text|send it)|the technician|we can reach|i can reach)\b|\b(?:number|phone) where\b/g;

/** What is asked for in a line of small letters; empty where nothing is. `And yours?` asks for the same as before. */
export function questionsIn(line: string, before: ReadonlySet<Question>): ReadonlySet<Question> {
  const asked = new Set<Question>(/\byours$/.test(line) ? before : []);
  asked.delete('otherName');
  asked.delete('otherNumber');
  const plain = line.replace(emailAddress, 'email').replace(farewell, 'bye');
  const ofOurs: Partial<Record<Question, string>> = {
    phone: plain.replace(otherThings, ''),
    address: plain.replace(noHouse, ''),
  };
  for (const [question, pattern] of questions)
    if (pattern.test(ofOurs[question] ?? plain)) asked.add(question);
  if (pastWhen.test(plain) && !/\bwhen (?:would|can|could|should)\b/.test(plain)) asked.delete('wish');
  const last = plain.slice(plain.lastIndexOf(' . ') + 1);
  if (offersDay.test(last) && !pastDay.test(last)) asked.add('wish');
  if (asked.has('firstName') || asked.has('lastName')) asked.add('name');
  if (asked.has('name') && /\b(?:full name|first and last)\b/.test(plain)) {
    asked.delete('firstName');
    asked.delete('lastName');
  }
  if (asked.has('email')) asked.delete('address');
  if (asked.has('birthDate')) asked.delete('wish');
  return asked;
}
