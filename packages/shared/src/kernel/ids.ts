import { z } from 'zod';

/** An opaque id such as `call_01k…`; the brand makes swapping two kinds of id a type error. */
function id<const Prefix extends string, const Brand extends string>(prefix: Prefix, _brand: Brand) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-z]{1,40}$`), `expected an id such as ${prefix}_01k5d2m8x7`)
    .brand<Brand>();
}

export const CallId = id('call', 'CallId');
export type CallId = z.infer<typeof CallId>;

export const UserId = id('usr', 'UserId');
export type UserId = z.infer<typeof UserId>;

export const OfferId = id('off', 'OfferId');
export type OfferId = z.infer<typeof OfferId>;

export const SessionId = id('ses', 'SessionId');
export type SessionId = z.infer<typeof SessionId>;

export const ServiceClientId = id('svc', 'ServiceClientId');
export type ServiceClientId = z.infer<typeof ServiceClientId>;

export const CustomerId = id('cus', 'CustomerId');
export type CustomerId = z.infer<typeof CustomerId>;

export const AddressId = id('adr', 'AddressId');
export type AddressId = z.infer<typeof AddressId>;

export const JobId = id('job', 'JobId');
export type JobId = z.infer<typeof JobId>;

export const SuggestionId = id('sug', 'SuggestionId');
export type SuggestionId = z.infer<typeof SuggestionId>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Where the parts of a new id come from: time in milliseconds and numbers in [0, 1). */
export interface IdSource {
  readonly nowMs: () => number;
  readonly random: () => number;
}

/** Makes new ids: nine base-32 digits of time, so that ids sort by age, then sixteen of chance (80 bits). */
export const newId = {
  call: (source: IdSource) => CallId.parse(`call_${digits(source)}`),
  user: (source: IdSource) => UserId.parse(`usr_${digits(source)}`),
  offer: (source: IdSource) => OfferId.parse(`off_${digits(source)}`),
  session: (source: IdSource) => SessionId.parse(`ses_${digits(source)}`),
  serviceClient: (source: IdSource) => ServiceClientId.parse(`svc_${digits(source)}`),
  customer: (source: IdSource) => CustomerId.parse(`cus_${digits(source)}`),
  address: (source: IdSource) => AddressId.parse(`adr_${digits(source)}`),
  job: (source: IdSource) => JobId.parse(`job_${digits(source)}`),
  suggestion: (source: IdSource) => SuggestionId.parse(`sug_${digits(source)}`),
  /** For rows that no door shows by id: mails, sign-ups, audit entries. */
  row: (source: IdSource) => digits(source),
} as const;

function digits(source: IdSource): string {
  let time = '';
  for (let rest = source.nowMs(), i = 0; i < 9; i++, rest = Math.floor(rest / 32))
    time = alphabet[rest % 32] + time;
  let chance = '';
  for (let i = 0; i < 16; i++) chance += alphabet[Math.floor(source.random() * 32)];
  return time + chance;
}
