/** The kinds of problem that are told apart, with how a rep would write them. */
export const problemKinds = {
  'gas smell': 'Smell of gas',
  'water heater': 'Water heater',
  'plumbing leak': 'Burst pipe or leak',
  'clogged drain': 'Clogged drain',
  'air conditioning': 'Air conditioning',
  heating: 'Heating',
  electrical: 'Electrical',
  'garage door': 'Garage door',
  roof: 'Roof',
  pests: 'Pests',
  appliance: 'Appliance',
  locks: 'Locks and keys',
  estimate: 'Estimate for a remodel',
  'appointment change': 'Appointment to be changed',
  billing: 'Invoice or payment',
  fever: 'Fever',
  'blood pressure': 'Blood pressure',
  'blood sugar': 'Blood sugar',
  medication: 'Medication or refill',
  'back pain': 'Back pain',
  'after surgery': 'After surgery',
  pregnancy: 'Pregnancy',
  rash: 'Rash or bite',
  'test results': 'Test results',
  appointment: 'Appointment',
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** Words that speak for a kind, with how much; of several kinds the one with the most is chosen. */
export const signsOf: readonly (readonly [ProblemKind, number, RegExp])[] = [
  [
    'gas smell',
    5,
    /\b(?:smell(?:s|ing|ed)?(?: like| of)? gas|gas (?:smell|leak|odor)|rotten eggs?|smell of gas)\b/g,
  ],
  ['water heater', 4, /\b(?:water heater|hot water|pilot light|lukewarm|no hot)\b/g],
  [
    'plumbing leak',
    3,
    /\b(?:pipes? (?:\S+ ){0,6}(?:burst|broke|split|leak\w*)|burst(?:ed)? pipe|supply line|hose under|water (?:\S+ ){0,2}(?:inside|in) the wall|spraying|faucet|dripping tap|leaky|toilet (?:\S+ )?(?:leak\w*|running)|(?:bathroom|kitchen|water|laundry) pipes?|broken pipes?|water (?:all over|everywhere)|water (?:is |was )?(?:coming|pouring|dripping|running) (?:through|down|out|from|in))\b/g,
  ],
  // Much can leak: without another sign it is a pipe.
  ['plumbing leak', 1.5, /\b(?:leak(?:s|ing|ed)?|drip(?:s|ping)?|puddle)\b/g],
  [
    'clogged drain',
    3,
    /\b(?:clog\w*|backed up|back(?:s|ing) up|drains?(?: \S+)? slow\w*|to drain|sewer|flush\w*|(?:sink|tub|bathtub|shower) (?:\S+ ){0,3}drain|drain is|slow drain|snake|main line|unclog\w*|(?:sink|tub|bathtub|shower|water|toilet) (?:\S+ ){0,6}(?:doesn't|does not|doesnt|don't|won't|wont|will not|isn't|not) (?:go|going|run|running) (?:down|out|away)|blocked drain|drain(?:s| is| are)? blocked)\b/g,
  ],
  [
    'air conditioning',
    4,
    /\b(?:air condition(?:er|ing)|ac|(?<!\b\S )a c(?! \S\b)|cool(?:ing)? (?:unit|air)|(?:not|isn't|won't|doesn't|stopped) cool(?:ing)?|warm air|central air|heat pump)\b/g,
  ],
  [
    'heating',
    4,
    /\b(?:furnace|no heat|boiler|radiators?|heating|heater (?:won't|isn't|is not|is out|quit|died)|the heat|thermostat)\b/g,
  ],
  [
    'electrical',
    4,
    /\b(?:outlets?|breakers?|spark(?:s|ing|ed)?|wiring|electrician|fuse(?: box)?|lights? (?:\S+ ){0,2}(?:flicker\w*|went out)|flicker\w*|car charger|electric car|charger|no power)\b/g,
  ],
  [
    'garage door',
    5,
    /\b(?:garage (?:door|opener)|door opener|garage \S+ (?:door|won't)|(?:spring|remote|opener) (?:\S+ ){0,4}garage|garage (?:\S+ ){0,6}(?:door|won't open))\b/g,
  ],
  ['roof', 4, /\b(?:roof(?:ing|er)?|shingles?|ceiling|gutters?|raining (?:in|into)|skylight)\b/g],
  [
    'pests',
    4,
    /\b(?:ants|mice|mouse|rats?|wasps?|hornets?|bees|roach(?:es)?|termites?|bed ?bugs?|droppings|exterminator|scratching|nest|squirrels?)\b/g,
  ],
  [
    'appliance',
    4,
    /\b(?:dishwasher|fridge|refrigerator|freezer|dryer|washing machine|washer|oven|stove|cooktop|range hood|microwave|disposal|ice maker)s?\b/g,
  ],
  [
    'locks',
    4,
    /\b(?:locked (?:\S+ )?out|locks?|my keys?|the key|deadbolt|locksmith|rekey\w*|keys (?:are|inside))\b/g,
  ],
  [
    'estimate',
    4,
    /\b(?:remodel\w*|estimate|quote|redo(?:ing)?|renovat\w*|walk in shower|new (?:kitchen|bathroom))\b/g,
  ],
  [
    'appointment change',
    5,
    /\b(?:(?:move|reschedule|cancel|change|push) (?:\S+ ){0,2}(?:appointment|visit|it)|reschedule|can't make it|nobody (?:showed|came)|(?:didn't|never) show(?:ed)?(?: up)?|have to move it)\b/g,
  ],
  [
    'billing',
    5,
    /\b(?:got a bill|my bill|billed|billing|invoice|(?<!\b(?:you|do they) )charge[ds]?|paid you twice|overcharged|refund|receipt|payment)\b/g,
  ],
  ['fever', 4, /\b(?:fever(?:ish)?|burning up|temperature (?:of|is)|running a temperature)\b/g],
  ['blood pressure', 5, /\b(?:blood pressure|dizzy every time|my pressure)\b/g],
  [
    'blood sugar',
    5,
    /\b(?:my sugar|blood sugar|sugar (?:has|is|was|level)|glucose|my meter|new meter|diabet\w*|insulin)\b/g,
  ],
  [
    'medication',
    3,
    /\b(?:refills?|prescription|(?:my|morning|two|water|forgot my|took my) pills?|medication|medicine|missed (?:a|my) (?:dose|pill)|antibiotic|pharmacy|dose)\b/g,
  ],
  [
    'back pain',
    5,
    /\b(?:back (?:pain|hurts|ache|is killing|went out)|threw out my back|lower back|my back)\b/g,
  ],
  [
    'after surgery',
    5,
    /\b(?:(?:after|had|since|from) (?:\S+ ){0,3}(?:surgery|operation|procedure)|my (?:\S+ )?(?:surgery|operation)|stitches|incision|knee replacement|hip replacement|the cut|post op)\b/g,
  ],
  ['pregnancy', 6, /\b(?:pregnan\w+|weeks along|morning sickness|sick at \S+ weeks|expecting)\b/g],
  ['rash', 4, /\b(?:rash|hives|itch\w*|tick|bumps|blisters|red ring|poison ivy)\b/g],
  [
    'test results',
    5,
    /\b(?:test results?|lab results?|results|blood test|biopsy|m ?r ?i|mammogram|stress test|sleep study|portal|e ?k ?g|blood work|blood (?:was )?drawn|blood draw|drew (?:my |some )?blood|lab work|x ray)\b/g,
  ],
  [
    'appointment',
    2,
    /\b(?:(?:make|schedule|book|need|get) an appointment|checkup|check up|flu shot|physical|wellness visit|new patients?|family doctor|annual|see (?:a|the) doctor|old doctor retired)\b/g,
  ],
];
