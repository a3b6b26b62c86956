/** What the desk says where no feature speaks. */
export const deskMessages = {
  title: 'Desk',
  main: 'Call',
  ready: 'Ready for the next call',
  readyHint:
    'It is offered to you here as soon as somebody rings. Until then you can read along with any call in the queue.',
  notAvailable: 'No call is offered to you right now',
  notAvailableHint:
    'Say available when you want the next one. You can still claim a waiting call from the queue.',
  sayAvailable: 'Say available',
  facts: 'Caller',
  showFacts: 'Show the caller’s facts',
  hideFacts: 'Hide the caller’s facts',
  aboutCall: 'About this call',
  linkFirst: 'Link a customer first, then book their job.',
  taken: (value: string, name: string) => `${value} is written to ${name}.`,
  someLeft: (count: number) =>
    count === 1
      ? 'One is left: it would write over something that stands there.'
      : `${count} are left: they would write over something that stands there.`,
  notTaken: 'Somebody else changed this customer just now. Look at the field before you write over it.',
  formLeft: 'What was typed in the last call is not saved yet. It is kept with the call.',
  openCall: 'Open',
  leftCustomer: 'A new customer was typed in this call and not saved.',
  leftJob: 'A job was typed in this call and not booked.',
  goOn: 'Go on',
  leftSaved: (name: string) => `${name} is saved.`,
  close: 'Close',
  noFactsTitle: 'No call picked',
  noFacts: 'Pick a call in the queue to see who is calling, and why it rang where it rang.',
} as const;

/** The pages of admin. */
export const adminMessages = {
  title: 'Admin',
  people: 'People',
  serviceClients: 'Service clients',
  audit: 'Sign-ins and changes',
} as const;

/** A new job that is not booked in a call. */
export const newJobMessages = {
  forWhom: 'Who is the job for?',
  whose: 'Whose jobs?',
  booked: (number: number, title: string) => `Job ${number} is booked: ${title}.`,
  again: 'Try again',
  close: 'Close',
} as const;
