import type { Output } from '@ringdesk/shared';
import { Link } from '@tanstack/react-router';
import { Badge } from '../ui/Badge.tsx';
import { Moment } from '../ui/Moment.tsx';
import { plainText } from '../ui/plain-text.ts';
import { sayPhone } from '../ui/say-phone.ts';
import type { Column } from '../ui/TableRow.tsx';
import styles from './Customers.module.css';
import { listMessages } from './list.messages.ts';
import { digitPiecesOf, type Piece, piecesOf } from './marked.ts';

const say = listMessages;
const shownTags = 2;

export type Found = Output<'customers.list'>['items'][number];

/** The columns of the table of customers; what was searched for is marked where the server found it. */
export function columnsFor(search: string, nowMs: number): readonly Column<Found>[] {
  const wordsIn = (field: Found['matched'][number], row: Found) =>
    row.matched.includes(field) ? search : '';
  return [
    {
      key: 'name',
      label: say.name,
      track: 'minmax(11rem, 2.2fr)',
      cell: (row) => (
        <span className={styles.name}>
          <Link to="/customers/$id" params={{ id: row.id }} tabIndex={-1} title={plainText(row.name)}>
            <Marked
              pieces={
                row.name.startsWith('+')
                  ? digitPiecesOf(sayPhone(row.name), wordsIn('phone', row))
                  : piecesOf(plainText(row.name), wordsIn('name', row))
              }
            />
          </Link>
          {row.archivedAt === null ? null : <Badge tone="grey">{say.isArchived}</Badge>}
        </span>
      ),
    },
    {
      key: 'company',
      label: say.company,
      track: 'minmax(8rem, 1.6fr)',
      fromRem: 56,
      cell: (row) => <Words text={row.company} search={wordsIn('company', row)} />,
    },
    {
      key: 'phone',
      label: say.phone,
      track: 'minmax(10.5rem, 1.1fr)',
      cell: (row) => <Phones phones={row.phones} search={wordsIn('phone', row)} />,
    },
    {
      key: 'email',
      label: say.email,
      track: 'minmax(9rem, 1.8fr)',
      fromRem: 66,
      cell: (row) => <Words text={row.email} search={wordsIn('email', row)} />,
    },
    {
      key: 'town',
      label: say.town,
      track: 'minmax(7rem, 1.2fr)',
      fromRem: 36,
      cell: (row) => <Words text={townOf(row)} search={wordsIn('address', row)} />,
    },
    {
      key: 'tags',
      label: say.tags,
      track: 'minmax(8rem, 1.4fr)',
      fromRem: 46,
      cell: (row) => <Tags tags={row.tags} />,
    },
    {
      key: 'changed',
      label: say.changed,
      track: '7.5rem',
      fromRem: 52,
      cell: (row) => <Moment at={row.updatedAt} nowMs={nowMs} />,
    },
  ];
}

/** Town and state of the first address that has a town. */
function townOf({ addresses }: Found): string | null {
  const there = addresses.find(({ city }) => city !== null);
  return there === undefined ? null : [there.city, there.state].filter((it) => it !== null).join(', ');
}

function Words({ text, search }: { readonly text: string | null; readonly search: string }) {
  if (text === null || text === '') return <span className={styles.quiet}>{say.none}</span>;
  const plain = plainText(text);
  return (
    <span title={plain}>
      <Marked pieces={piecesOf(plain, search)} />
    </span>
  );
}

function Phones({ phones, search }: { readonly phones: Found['phones']; readonly search: string }) {
  const digits = search.replaceAll(/\D/g, '');
  const found = digits === '' ? undefined : phones.find(({ number }) => number.includes(digits));
  const shown = found ?? phones[0];
  if (shown === undefined) return <span className={styles.quiet}>{say.none}</span>;
  const more = phones.length - 1;
  return (
    <span className="tabular">
      <Marked pieces={digitPiecesOf(sayPhone(plainText(shown.number), shown.extension), search)} />
      {more === 0 ? null : <span className={styles.meta}> {say.morePhones(more)}</span>}
    </span>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  const more = tags.length - shownTags;
  return (
    <span className={styles.tags} title={tags.map(plainText).join(', ')}>
      {tags.slice(0, shownTags).map((tag) => (
        <Badge key={tag} tone="grey">
          {plainText(tag)}
        </Badge>
      ))}
      {more > 0 ? <span className={styles.meta}>{say.moreTags(more)}</span> : null}
    </span>
  );
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, isFound }, index) =>
    isFound ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
      <mark key={index} className={styles.found}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
