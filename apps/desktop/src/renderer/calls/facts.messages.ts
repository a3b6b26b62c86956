import type { Offer } from '@ringdesk/shared';

type Outcome = NonNullable<Offer['outcome']> | 'ringing';

/** What the panel of the caller's facts says. */
export const factsMessages = {
  number: 'Number',
  name: 'Name',
  noName: 'Not told yet',
  line: 'Line',
  topic: 'About',
  noTopic: 'Nothing said yet',
  waited: 'Waited',
  waiting: 'Waiting',
  rang: 'Rang at',
  with: 'With',
  nobody: 'Nobody yet',
  offers: 'Offers',
  offersNone: 'Nobody was asked yet. The call is offered as soon as a rep is free.',
  offersTakenByHand: 'Nobody was asked: the call was taken from the queue.',
  offersTrouble: 'The offers could not be read.',
  tryAgain: 'Try again',
  copy: 'Copy the number',
  copied: 'The number is copied.',
  outcomes: {
    ringing: 'ringing now',
    claimed: 'claimed it',
    declined: 'declined it',
    missed: 'missed it',
    withdrawn: 'the offer was withdrawn',
  } satisfies Record<Outcome, string>,
} as const;
