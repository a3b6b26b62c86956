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
  ['firstName', /\bfirst name\b/],
  ['lastName', /\b(?:last|family|sur) ?name\b/],
  [
    'name',
    /\b(?:your|full|first|last|legal|the|a) name\b|\byour (?:full |first |last |first and last )?name\b|\b(?:who|whom)(?:'m| am| do)? i (?:am )?(?:speaking|talking|have)|\bwho(?:'s| is) (?:this|calling|speaking)\b|\bwho (?:am|do) i\b/,
  ],
  ['areaCode', /\barea code\b/],
  [
    'phone',
    /\b(?:phone|cell|mobile|telephone|call ?back|contact|best|good) (?:phone |cell )?number\b|\bnumber (?:to|where|we|i|should|for|can|is best)\b|\b(?:which|what) number\b|\breach you\b|\bcall you (?:back )?(?:at|on)\b|\bwhat's your (?:cell|phone|number)\b|\byour (?:phone|number|cell)\b/,
  ],
  ['email', /\be ?mail/],
  [
    'address',
    /\b(?:street|home|service|mailing|your|full|the|what|property|billing|current) address\b|\baddress (?:where|for|there|please|we|is)\b|\bwhere (?:should|shall|do|can|would|are|is) (?:we|i|you|the (?:house|home|property|job))\b(?! (?:e ?mail|text|feel|hurt))|\bwhere do you live\b|\bwhere (?:you're|are you) located\b/,
  ],
  ['unit', /\b(?:apartment|unit|suite|apt)\b/],
  ['city', /\b(?:city|town)\b/],
  ['state', /\bstate\b/],
  ['zip', /\bzip|\bpostal code\b/],
  ['birthDate', /\bdate of birth\b|\bbirth ?(?:date|day)\b|\bwhen were you born\b|\bborn\b|\bd o b\b/],
  [
    'wish',
    /\bwhen (?:would|can|could|should|shall|will|do you|are you|is (?:good|best|a good)|works|suits)\b|\b(?:what|which) (?:day|date|time|other day|days|times)\b(?! (?:were|was|did|is it|had|are you on))|\bhow soon\b|\bhow (?:about|does|would|is) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|next|this)\b|\bwhat (?:works|would work|time)\b|\b(?:best|good|convenient|preferred) (?:day|time)\b|\bwhen (?:do|did) you want\b|\bwould you prefer\b|\bany particular (?:day|time)\b|\bmornings? or afternoons?\b|\b(?:i|we) (?:could|can) (?:send|do|come|offer|get|be there|have|fit|squeeze|schedule|put)\b|\b(?:i|we) have (?:an opening|openings|something|time)\b|\bclosest i have\b/,
  ],
];

/** When something began, or how long it lasts, is no wish. */
const pastWhen = /\bsince when\b|\bwhen (?:did|was|were|do you (?:take|notice|feel|get|have))\b/;
/** A question about mail is none about the house: `your email address`. */
const emailAddress = /\be ?mail address(?:es)?\b/g;

/** What is asked for in a line of small letters; empty where nothing is. */
export function questionsIn(line: string): ReadonlySet<Question> {
  const asked = new Set<Question>();
  const plain = line.replace(emailAddress, 'email');
  for (const [question, pattern] of questions) if (pattern.test(plain)) asked.add(question);
  if (pastWhen.test(plain) && !/\bwhen (?:would|can|could|should)\b/.test(plain)) asked.delete('wish');
  if (asked.has('firstName') || asked.has('lastName')) asked.add('name');
  if (asked.has('name') && /\b(?:full name|first and last)\b/.test(plain)) {
    asked.delete('firstName');
    asked.delete('lastName');
  }
  if (asked.has('email')) asked.delete('address');
  if (asked.has('birthDate')) asked.delete('wish');
  return asked;
}
