import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import { conversationOf } from './testing/heard.ts';

/** Much is named in a call that is nobody's to be written down: each row is what is heard, and all that should be believed. */
const rows: readonly (readonly [lines: readonly string[], believed: readonly string[]])[] = [
  [
    [
      'rep: thanks for calling how can i help you today',
      'yeah my water heater went out last night and i got three kids',
    ],
    [],
  ],
  [['rep: Who recommended us?', 'My buddy Hank Dorsey over on Elm.'], []],
  [['rep: How old is the unit?', 'I want to say 2009. We bought the place in March.'], []],
  [['rep: Any pets?', 'Two cats, Simon and Garfunkel.'], []],
  [['rep: What is the gate code?', 'It is pound 4 4 1 2.'], []],
  [['rep: Is anyone home right now?', 'My mother in law is, her name is Rosalie.'], []],
  [['rep: How did you pay?', 'Card ending in 4412, on the third.'], []],
  [['rep: Which technician came?', 'Marvin. He came Tuesday at nine.'], []],
  [['rep: When did you last have it serviced?', 'Last fall, I think October fifth.'], []],
  [['rep: Is Tuesday good?', 'Tuesday is trash day, so no.'], []],
  [['rep: What is the square footage?', 'About twenty two hundred.'], []],
  [['rep: Are you the homeowner?', 'Yes, I am. Well, me and the bank.'], []],
  [['rep: What is the model?', 'XR 15, 4 ton.'], []],
  [['rep: Can you hold for a minute?', 'Sure, one minute, no problem.'], []],
  [['rep: Is that a house or an apartment?', "It's a house, two stories, built in nineteen twelve."], []],
  [
    ['rep: Your name and number?', 'Wren Abara, 303 958 4499.'],
    ['Wren Abara', '(303) 958-4499'],
  ],
  [
    [
      'rep: Name, address and phone number, please.',
      'Sure, Ottavia Renn, 77 Coral Court, and it is 303 958 4499.',
    ],
    ['Ottavia Renn', '(303) 958-4499', '77 Coral Court'],
  ],
  [
    ['Hi, this is Lindiwe Maseko calling from 1200 Lincoln, apartment 805.'],
    ['Lindiwe Maseko', '1200 Lincoln, Apt 805'],
  ],
  [['rep: And you live at 44 Birch?', 'No, we moved. 46 Aspen Street.'], ['46 Aspen Street']],
  [['rep: And the number ending in 0188 is still good?', 'Yes.'], []],
  [['rep: Your appointment is tomorrow at nine.', 'Right, and can I add a second unit?'], []],
  [['rep: What is your name?', 'What? Oh. Benedetta Sorrel. Sorry, it is loud here.'], ['Benedetta Sorrel']],
  [
    ['rep: Can I have your last name?', 'Sorrel.', 'rep: And your first name?', 'Benedetta.'],
    ['Benedetta Sorrel'],
  ],
  [['rep: First name?', 'Benedetta.', 'rep: Last?', 'Sorrel, like the horse.'], ['Benedetta Sorrel']],
  [['rep: what is your name sir', 'its uh ken', 'rep: and your last name', 'ito'], ['Ken Ito']],
  [['rep: name please', 'my name is harriet but i go by hattie, hattie lund'], ['Hattie Lund']],
  [['rep: Name?', 'Dr. Amos Pickering.'], ['Amos Pickering']],
  [['rep: Your name?', 'Lee. Ann Lee.'], ['Ann Lee']],
  [['rep: Is Mr. Tran there?', 'Speaking.'], []],
  [['rep: So what day?', 'Whatever is cheapest.'], []],
  [['rep: Could you come to the office on Friday?', 'I cannot, I work on Fridays.'], []],
  [['rep: When works?', 'Just not at dinner time.'], []],
  [
    ['rep: When works?', 'We are back from vacation on the 14th, so the 15th or later.'],
    ['Sunday, March 15'],
  ],
  [
    ['rep: And when would you like it?', 'Um Wednesday the 11th, if I could, between like 10 and 2.'],
    ['Wednesday, March 11, 10:00 AM to 2:00 PM'],
  ],
  [['rep: When?', 'Morning is better, tomorrow.'], ['Friday, March 6, 8:00 AM to 12:00 PM']],
  [
    ['rep: What about the seventh?', 'The seventh is a Saturday, right? Yes, that works.'],
    ['Saturday, March 7'],
  ],
  [
    ['rep: We have the tenth at eight or the eleventh at one.', 'Let us do the eleventh.'],
    ['Wednesday, March 11, from 1:00 PM'],
  ],
  [
    ['rep: We have the tenth at eight or the eleventh at one.', 'Eight on the tenth.'],
    ['Tuesday, March 10, from 8:00 AM'],
  ],
  [['rep: Is your cell 303 958 4499?', 'That is it.'], ['(303) 958-4499']],
  [['rep: Is it 303 958 4499?', '4498.'], ['(303) 958-4498']],
  [
    ['rep: And the zip?', '80203. And the number here is 303 958 4499 if we get cut off.'],
    ['(303) 958-4499'],
  ],
  [['I was charged $303.95 on the 8th and 44.99 on the 9th.'], []],
  [['rep: Is this the Sandoval residence?', 'Yes, this is Pilar Sandoval.'], ['Pilar Sandoval']],
  [['This is a nightmare. Nobody called.'], []],
  [['rep: Thank you for calling, my name is Troy.', 'Hi Troy. My name is Imani.'], ['Imani']],
  [['rep: Where is it leaking?', 'Under the sink, on the left, by pipe number two.'], []],
  [['rep: Where are you?', 'In the basement.'], []],
  [['rep: Where exactly does it hurt?', 'In my lower back, on the left side.'], []],
  [['rep: What are your symptoms?', 'A fever of 102.4 since Sunday.'], []],
  [['rep: What pharmacy do you use?', 'King Soopers at 1155 East Ninth Avenue.'], []],
  [['rep: When is the baby due?', 'May third.'], []],
  [['rep: When do you take it?', 'Every morning at eight.'], []],
  [['rep: What time did you eat?', 'Around noon.'], []],
  [['rep: And when did the pain start?', 'Tuesday evening.'], []],
  [['rep: What is the date of birth?', 'May 3rd, 1958.'], []],
  [['rep: Who is your primary doctor?', 'Dr. Alan Feist.'], []],
  [['rep: What is your insurance?', 'Blue Cross, the member number is 303 958 4499.'], []],
  [
    [
      'rep: Hi, this is Joy from Harbor Home, I am calling back about your request.',
      'Oh hi Joy, thanks for calling back.',
    ],
    [],
  ],
  [['rep: Let me transfer you to Greg.', 'Okay. Hi Greg.'], []],
  [['rep: Is there a number for the office?', 'The office is 303 959 0000.'], ['(303) 959-0000']],
  [['Is this Bluebird Plumbing?', 'rep: It is.', 'Good. Are you the ones on Colfax?'], []],
  [['I am looking at a Lennox XC21, is that a good unit?'], []],
  [['It is a GE Profile, it is 10 years old.'], []],
  [['rep: What is the name of your medication?', 'Lisinopril.'], []],
  [['rep: And the name of your doctor?', 'Doctor Hanna Weiss.'], []],
  [["rep: What is your dog's name?", 'Biscuit.'], []],
  [['rep: What is the company name?', 'Redwood Dental.'], []],
  [['rep: Do you have a unit number on the furnace?', 'It says 58 PAV 090.'], []],
  [['rep: Which street is that near?', 'Near Fourth and Pine.'], []],
  [['rep: Where did you hear about us?', 'On the radio, 850 KOA.'], []],
  [['rep: Where is the shutoff?', 'In the garage, behind 2 boxes.'], []],
  [['rep: Where is the pain?', 'In my right knee, a seven out of ten.'], []],
  [['rep: Where are you in the house?', 'Second floor.'], []],
  [['rep: How many rooms?', 'Four bedrooms, two and a half baths.'], []],
  [['rep: What is your unit number?', 'Three oh five.'], []],
  [['rep: When do you get off work?', 'Five thirty.'], []],
  [['rep: When are you due?', 'In June.'], []],
  [['rep: What time is it there?', 'Nine thirty.'], []],
  [['rep: One moment please.', 'Take your time.'], []],
  [['rep: Is this a good time to talk?', 'Sure.'], []],
  [['rep: I will be with you in five minutes.', 'Okay.'], []],
  [['rep: Last time you paid 1820 Main Street bill?', 'What? No.'], []],
  [['My address is the same.'], []],
  [['My name is not important.'], []],
  [['My name is mud around here.'], []],
  [['My number is unlisted.'], []],
  [['My email is down.'], []],
  [['rep: The state?', 'Of Texas.'], []],
  [['rep: So you are the owner?', 'Yes, I am the owner, have been since 1999.'], []],
  [['rep: Are you calling from a cell?', 'Yeah a cell, I do not have a landline.'], []],
];

describe('of what is said in a call', () => {
  test.each(rows)('no more is suggested than is meant: %j', (lines, believed) => {
    const facts = recognise(conversationOf(lines)).filter(({ field }) => field !== 'problem');
    expect(facts.map(({ text }) => text).toSorted()).toEqual(believed.toSorted());
  });
});
