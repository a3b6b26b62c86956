import type { Customer } from '@ringdesk/shared';
import { Fragment } from 'react';
import { plainText } from '../ui/plain-text.ts';
import { sayPhone } from '../ui/say-phone.ts';
import styles from './CustomerPicker.module.css';
import { digitPiecesOf, type Piece, piecesOf } from './marked.ts';

/** A customer in two lines, with what was searched for marked: who, and what tells them from others of the name. */
export function CustomerLine({ customer, words }: { readonly customer: Customer; readonly words: string }) {
  const { name, company, phones, email, addresses } = customer;
  const home = addresses.find(({ kind }) => kind === 'service') ?? addresses[0];
  const town = [home?.street, home?.city].filter((part) => part !== undefined && part !== null).join(', ');
  const phone = phones[0];
  const about = [company === name ? null : company, town].filter((part) => part !== null && part !== '');
  const shown = about.length === 0 ? [email ?? ''] : about;
  return (
    <>
      <span className={styles.name}>
        <Marked
          pieces={
            name.startsWith('+') ? digitPiecesOf(sayPhone(name), words) : piecesOf(plainText(name), words)
          }
        />
      </span>
      <span className={styles.phone}>
        {phone === undefined ? null : (
          <Marked pieces={digitPiecesOf(sayPhone(phone.number, phone.extension), words)} />
        )}
      </span>
      <span className={styles.about}>
        {shown.map((part, place) => (
          <Fragment key={part}>
            {place === 0 ? null : ' · '}
            <Marked pieces={piecesOf(plainText(part ?? ''), words)} />
          </Fragment>
        ))}
      </span>
    </>
  );
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <bdi>
      {pieces.map(({ text, isFound }, place) =>
        isFound ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
          <mark key={place} className={styles.mark}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}
