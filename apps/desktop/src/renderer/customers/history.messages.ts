const fields: Readonly<Record<string, string>> = {
  firstName: 'first name',
  lastName: 'last name',
  company: 'company',
  email: 'email',
  phones: 'phones',
  tags: 'tags',
  notes: 'notes',
  leadSource: 'lead source',
  timeZone: 'time zone',
  address: 'address',
};
const dispositions: Readonly<Record<string, string>> = {
  'not-recorded': 'how it came out was not recorded',
};
const callStates: Readonly<Record<string, string>> = {
  waiting: 'waiting',
  offered: 'ringing',
  active: 'on the line now',
  wrap_up: 'being wrapped up',
  abandoned: 'the caller left before anybody took it',
};
const jobStates: Readonly<Record<string, string>> = {
  unscheduled: 'no time yet',
  scheduled: 'scheduled',
  in_progress: 'in progress',
  completed: 'completed',
  canceled: 'canceled',
};

/** What the history of a customer says. */
export const historyMessages = {
  title: 'What happened',
  empty: 'Nothing yet. Calls, jobs and changes will stand here.',
  earlier: 'Show earlier',
  loading: 'Reading …',
  again: 'Try again',
  fields,
  dispositions,
  callStates,
  jobStates,
  calledAbout: (topic: string) => `Called: ${topic}`,
  called: 'Called',
  talkedTo: (rep: string) => `with ${rep}`,
  job: (title: string) => `Job “${title}”`,
  made: (who: string) => `${who} made this customer`,
  changed: (who: string) => `${who} changed this customer`,
  archived: (who: string) => `${who} archived this customer`,
  restored: (who: string) => `${who} took this customer back`,
  somebody: 'Somebody',
  set: (field: string, after: string) => `${field}: ${after}`,
  cleared: (field: string, before: string) => `${field}: “${before}” was taken away`,
  from: (field: string, before: string, after: string) => `${field}: “${before}” became “${after}”`,
  today: 'Today',
  yesterday: 'Yesterday',
} as const;
