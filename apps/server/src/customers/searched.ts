import { type Customer, customerName, fold } from '@ringdesk/shared';
import { remainsOf } from './slips.ts';

/** The words of a customer by which it is found and sorted. */
export interface Searched {
  /** Name | company | email | numbers | addresses: folded, each with a blank before every word. */
  readonly searched: string;
  readonly sortName: string;
  readonly spokenName: string;
  readonly companyName: string;
}

type Said = Pick<Customer, 'firstName' | 'lastName' | 'company' | 'email' | 'phones'> & {
  readonly addresses: readonly Pick<
    Customer['addresses'][number],
    'street' | 'unit' | 'city' | 'state' | 'zip'
  >[];
};

/** What `searched` holds, in its order; what each part is called where it was found. */
export const searchedParts = ['name', 'company', 'email', 'phone', 'address'] as const;
export const betweenParts = ' |';
/** A name that is longer is cut where it is sorted by. */
const longestKey = 100;

export function searchedOf(customer: Said): Searched {
  const { firstName, lastName, company, email, phones, addresses } = customer;
  const companyName = fold(company ?? '');
  const parts = [
    fold(`${firstName ?? ''} ${lastName ?? ''}`),
    companyName,
    fold(email ?? ''),
    phones.map((phone) => phone.number.slice(1)).join(' '),
    fold(addresses.map((it) => [it.street, it.unit, it.city, it.state, it.zip].join(' ')).join(' ')),
  ];
  const sortName = fold(`${lastName ?? ''} ${firstName ?? ''}`) || fold(customerName(customer));
  return {
    searched: parts.map((part) => ` ${part}`).join(betweenParts),
    sortName: cut(sortName),
    spokenName: cut(parts[0] ?? ''),
    companyName: cut(companyName),
  };
}

/** The beginning that is sorted by; never half a letter, which could not be stored. */
function cut(key: string): string {
  return key.length <= longestKey ? key : [...key].slice(0, longestKey).join('');
}

/** A word of the dictionary, with what is left of it after slips. */
export interface Word {
  readonly word: string;
  readonly remains: readonly string[];
}

const isWord = /^\p{L}{3,40}$/u;

/** The words in which a slip may be made out: those of letters only, not of emails and numbers. */
export function wordsIn({ searched }: Pick<Searched, 'searched'>): readonly string[] {
  const [name = '', company = '', , , address = ''] = searched.split(betweenParts);
  const words = `${name} ${company} ${address}`.split(' ').filter((word) => isWord.test(word));
  return [...new Set(words)].sort();
}

export function withRemains(word: string): Word {
  return { word, remains: remainsOf(word) };
}
