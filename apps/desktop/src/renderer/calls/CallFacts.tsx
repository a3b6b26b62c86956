import { type Call, type Offer, sayWhy } from '@ringdesk/shared';
import { Copy } from 'lucide-react';
import { useServerSecond } from '../realtime/server-time.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { sayDuration } from '../ui/durations.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { sayPhone } from '../ui/say-phone.ts';
import styles from './CallFacts.module.css';
import { useMe } from './desk.store.ts';
import { factsMessages } from './facts.messages.ts';
import { timeOfDay } from './row-facts.ts';
import { useOffers } from './use-offers.ts';

/** Who is calling, and why the call rang where it rang. */
export function CallFacts({ call }: { readonly call: Call }) {
  return (
    <>
      <dl className={styles.facts}>
        <dt>{factsMessages.name}</dt>
        <dd>{call.callerName === null ? factsMessages.noName : plainText(call.callerName)}</dd>
        <dt>{factsMessages.number}</dt>
        <dd className={styles.number}>
          {sayPhone(plainText(call.from))}
          <IconButton
            icon={Copy}
            label={factsMessages.copy}
            className={styles.copy}
            onClick={() => void copyNumber(call.from)}
          />
        </dd>
        <dt>{factsMessages.topic}</dt>
        <dd>{call.topic === null ? factsMessages.noTopic : plainText(call.topic)}</dd>
        <Waited call={call} />
        <dt>{factsMessages.rang}</dt>
        <dd>
          <time dateTime={call.queuedAt}>{timeOfDay(call.queuedAt)}</time>
        </dd>
        <dt>{factsMessages.with}</dt>
        <dd>{call.repName === null ? factsMessages.nobody : plainText(call.repName)}</dd>
        <dt>{factsMessages.line}</dt>
        <dd>{plainText(call.line)}</dd>
      </dl>
      <Offers call={call} />
    </>
  );
}

async function copyNumber(number: string): Promise<void> {
  await navigator.clipboard.writeText(number);
  notice(factsMessages.copied, 'well');
}

function Waited({ call }: { readonly call: Call }) {
  const now = useServerSecond();
  const isWaiting = call.status === 'waiting' || call.status === 'offered';
  const until = isWaiting ? now : Date.parse(call.claimedAt ?? call.endedAt ?? call.queuedAt);
  return (
    <>
      <dt>{isWaiting ? factsMessages.waiting : factsMessages.waited}</dt>
      <dd className="tabular">{sayDuration(until - Date.parse(call.queuedAt))}</dd>
    </>
  );
}

function Offers({ call }: { readonly call: Call }) {
  const { offers, trouble, again } = useOffers(call);
  const isSlow = useSlowly(offers === null && trouble === null);
  const none = call.repId === null ? factsMessages.offersNone : factsMessages.offersTakenByHand;
  return (
    <section className={styles.offers} aria-label={factsMessages.offers}>
      <h3>{factsMessages.offers}</h3>
      {trouble === null ? null : (
        <Banner tone="careful" isBoxed action={<Button onClick={again}>{factsMessages.tryAgain}</Button>}>
          {factsMessages.offersTrouble}
        </Banner>
      )}
      {isSlow ? <Skeleton width="70%" /> : null}
      {offers !== null && offers.length === 0 ? <p>{none}</p> : null}
      <ol>
        {offers?.map((offer) => (
          <OfferTold key={offer.id} offer={offer} />
        ))}
      </ol>
    </section>
  );
}

function OfferTold({ offer }: { readonly offer: Offer }) {
  const me = useMe();
  const outcome = offer.outcome ?? 'ringing';
  return (
    <li className={classes(styles.offer, styles[outcome])}>
      <div className={styles.who}>
        <span>
          {plainText(offer.repName)} · {factsMessages.outcomes[outcome]}
        </span>
        <time dateTime={offer.offeredAt}>{timeOfDay(offer.offeredAt)}</time>
      </div>
      <p className={styles.why}>{plainText(sayWhy(offer.why, offer.repId === me?.id ? 'your' : 'their'))}</p>
    </li>
  );
}
