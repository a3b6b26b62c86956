import { type Call, CustomerId } from '@ringdesk/shared';
import { ArrowUpRight, Link2, Link2Off, UserRoundPlus } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { useRecord } from '../http/records.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import styles from './CallerPanel.module.css';
import { CustomerCard } from './CustomerCard.tsx';
import { CustomerPicker } from './CustomerPicker.tsx';
import { CustomerTimeline } from './CustomerTimeline.tsx';
import { callerMessages as say } from './caller.messages.ts';
import { customerSeen } from './customer-records.ts';

export interface CallerPanelProps {
  readonly call: Call;
  /** The call is this rep's own: they may link, make and change. */
  readonly isMine: boolean;
  readonly onLink: (customerId: CustomerId | null) => void;
  readonly onNew: () => void;
  readonly onOpen: (customerId: CustomerId) => void;
  readonly onLeave: () => void;
  /** Between the customer and what happened with them: the jobs of this call. */
  readonly children?: ReactNode;
}

/** Who is calling: the customer who is linked, or those who may be. */
export function CallerPanel(props: CallerPanelProps) {
  const { call, isMine } = props;
  const linked = CustomerId.safeParse(call.customerId);
  if (linked.success) return <Linked key={linked.data} {...props} customerId={linked.data} />;
  if (!isMine)
    return (
      <section className={styles.part} aria-label={say.title}>
        <p className={styles.quiet}>{say.notLinked}</p>
      </section>
    );
  return <Unlinked {...props} />;
}

function Unlinked({ call, onLink, onNew, onLeave, children }: CallerPanelProps) {
  const field = useRef<HTMLInputElement>(null);
  useShortcut('customer.link', () => field.current?.focus());
  return (
    <>
      <section className={styles.part} aria-label={say.title}>
        <CustomerPicker
          phone={call.from}
          field={field}
          onPick={(customer) => {
            customerSeen(customer);
            onLink(customer.id);
          }}
          onClose={onLeave}
        />
        <div className={styles.actions}>
          <Button keys={keysOf('customer.new')} onClick={onNew}>
            <UserRoundPlus size={16} strokeWidth={1.75} aria-hidden />
            {say.newCustomer}
          </Button>
        </div>
      </section>
      {children}
    </>
  );
}

function Linked(props: CallerPanelProps & { readonly customerId: CustomerId }) {
  const { call, customerId, isMine, onLink, onOpen, children } = props;
  const { data: customer, isPending, error, refetch } = useRecord('customer.read', { id: customerId });
  const isSlow = useSlowly(isPending);
  const [isChanging, setIsChanging] = useState(false);
  const change = () => setIsChanging(true);
  useShortcut('customer.link', change, isMine);
  useShortcut('customer.unlink', () => onLink(null), isMine);
  if (isChanging) return <Change {...props} onDone={() => setIsChanging(false)} />;
  return (
    <>
      <section className={styles.part} aria-label={say.title}>
        {isSlow ? <Skeleton width="55%" /> : null}
        {error === null ? null : <Unreadable {...props} onAgain={() => void refetch()} onChange={change} />}
        {customer === undefined ? null : (
          <CustomerCard
            customer={customer}
            isReadOnly={!isMine}
            actions={
              <>
                <IconButton icon={ArrowUpRight} label={say.open} onClick={() => onOpen(customerId)} />
                {isMine ? (
                  <>
                    <IconButton
                      icon={Link2}
                      label={say.changeTitle}
                      keys={keysOf('customer.link')}
                      onClick={change}
                    />
                    <IconButton icon={Link2Off} label={say.unlink} onClick={() => onLink(null)} />
                  </>
                ) : null}
              </>
            }
          />
        )}
      </section>
      {children}
      <CustomerTimeline customerId={customerId} thisCall={call.id} />
    </>
  );
}

interface UnreadableProps extends Pick<CallerPanelProps, 'isMine' | 'onLink'> {
  readonly onAgain: () => void;
  readonly onChange: () => void;
}

/** The customer is gone or the server is away: whoever holds the call can still link another one, or nobody. */
function Unreadable({ isMine, onLink, onAgain, onChange }: UnreadableProps) {
  return (
    <>
      <Trouble againLabel={say.tryAgain} onAgain={onAgain}>
        {say.unreadable}
      </Trouble>
      {isMine ? (
        <div className={styles.actions}>
          <Button keys={keysOf('customer.link')} onClick={onChange}>
            <Link2 size={16} strokeWidth={1.75} aria-hidden />
            {say.changeTitle}
          </Button>
          <Button onClick={() => onLink(null)}>
            <Link2Off size={16} strokeWidth={1.75} aria-hidden />
            {say.unlink}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Another customer in place of the one who is linked. */
function Change({ call, onLink, onLeave, onDone }: CallerPanelProps & { readonly onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useShortcut('customer.link', () => field.current?.focus());
  function leave(): void {
    onDone();
    onLeave();
  }
  return (
    <section className={styles.part} aria-label={say.changeTitle}>
      <h3>{say.changeTitle}</h3>
      <CustomerPicker
        phone={call.from}
        field={field}
        onPick={(customer) => {
          onDone();
          customerSeen(customer);
          onLink(customer.id);
        }}
        onClose={leave}
      />
      <div className={styles.actions}>
        <Button onClick={() => onLink(null)}>
          <Link2Off size={16} strokeWidth={1.75} aria-hidden />
          {say.unlink}
        </Button>
        <Button look="quiet" keys="Escape" onClick={leave}>
          {say.keepLinked}
        </Button>
      </div>
    </section>
  );
}
