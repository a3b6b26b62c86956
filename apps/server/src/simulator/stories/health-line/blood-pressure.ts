import { askBirthDate, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';
import { sayNumber } from '../../voices.ts';

export const bloodPressure: Story = {
  key: 'blood-pressure',
  desk: 'health-line',
  tell(t) {
    const branch = t.pick([high, dizzy, weeklyReport])(t);
    return {
      ...branch,
      topic: 'your blood pressure',
      turns: [
        ...askName(t),
        ...askBirthDate(t),
        ...branch.turns,
        ...askPhone(t),
        ...branch.booking,
        ...goodbye(t),
      ],
    };
  },
};

function high(t: Teller): Branch {
  const reading = pressure(t, { top: [162, 178], bottom: [94, 104] });
  const again = pressure(t, { top: [150, 158], bottom: [88, 93] });
  return {
    problem: 'high blood pressure reading',
    readings: [reading.data, again.data],
    reason: `My blood pressure is ${reading.said}, and that's much higher than usual. I don't know if I should be worried.`,
    turns: [
      rep(
        'Do you have any chest pain, trouble breathing, a bad headache or trouble with your vision right now?',
      ),
      caller(t.pick(['No, none of that. Just a little tense.', 'A slight headache, but I get those.'])),
      rep('Did you sit quietly for five minutes before you measured?'),
      caller(t.pick(['No, I had just come up the stairs.', 'Yes, like they showed me.'])),
      rep(
        'Please measure once more while I wait, with your feet flat on the floor and your arm on the table.',
      ),
      caller(`Okay. It says ${again.said}.`),
      rep("That's better. Have you taken your medication today?"),
      caller(
        t.pick([
          'I ran out on Saturday, to be honest.',
          'Yes, the lisinopril, ten milligrams, in the morning.',
          'I skipped it. It makes me cough.',
        ]),
      ),
      rep(
        'Thank you, that helps. The doctor should look at it this week. If you get chest pain or it goes over one eighty, call nine one one.',
      ),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a doctor'),
  };
}

function dizzy(t: Teller): Branch {
  const reading = pressure(t, { top: [88, 98], bottom: [52, 60] });
  return {
    problem: 'low blood pressure with dizziness',
    readings: [reading.data],
    reason: 'I get dizzy every time I stand up, since they changed my blood pressure pills.',
    turns: [
      rep('Have you fallen or fainted?'),
      caller(
        t.pick(['Almost. I had to hold on to the counter.', 'No, I sit down right away when it starts.']),
      ),
      rep('Do you have a cuff at home, and what was the last reading?'),
      caller(`It was ${reading.said} this morning, and my pulse was ${sayNumber(t.whole(58, 92))}.`),
      rep("That's on the low side. Which pill is the new one?"),
      caller(
        t.pick([
          'Amlodipine, five milligrams, on top of the old one.',
          'I have it here. Met, metoprolol, fifty.',
        ]),
      ),
      rep(
        "Please stay seated, drink a glass of water and don't take the next dose until the doctor has called you.",
      ),
      caller(t.pick(["Okay, I'm sitting down.", "All right, I'll wait for the call."])),
    ],
    booking: bookUrgent(t, 'a doctor'),
  };
}

function weeklyReport(t: Teller): Branch {
  const days = ['Monday', 'Wednesday', 'Friday'];
  const readings = days.map(() => pressure(t, { top: [118, 139], bottom: [72, 86] }));
  const told = readings.map((reading, i) => `${days[i] ?? ''} ${reading.said}`).join(', ');
  return {
    problem: 'blood pressure readings to report',
    readings: readings.map((reading) => reading.data),
    reason: 'I was told to call in my blood pressure numbers every week, so here I am.',
    turns: [
      rep("Very good. Go ahead, I'm writing them down."),
      caller(`${told}.`),
      rep('All at about the same time of day?'),
      caller(t.pick(['Always before breakfast.', 'In the evening, after the news.'])),
      rep('Those look fine. Any side effects, swelling in your ankles for instance?'),
      caller(t.pick(["My socks leave marks, but that's all.", 'No, nothing, I feel good.'])),
      rep("I'll pass that on. Please go on as you are, and call again next week."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: [],
  };
}

interface Range {
  readonly top: readonly [number, number];
  readonly bottom: readonly [number, number];
}

/** A reading as data and as people say it: `one sixty-eight over ninety-seven`. */
function pressure(t: Teller, range: Range) {
  const [systolic, diastolic] = [t.whole(...range.top), t.whole(...range.bottom)];
  return {
    said: `${sayReading(systolic)} over ${sayReading(diastolic)}`,
    data: { kind: 'blood pressure', value: `${systolic}/${diastolic}`, unit: 'mmHg' },
  };
}

function sayReading(n: number): string {
  if (n < 100 || n % 100 === 0) return sayNumber(n);
  const rest = n % 100;
  return `${sayNumber(Math.floor(n / 100))} ${rest < 10 ? `oh ${sayNumber(rest)}` : sayNumber(rest)}`;
}
