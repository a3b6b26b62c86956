/** A mail as it goes out: everything in it is written, and nothing of it is fetched from elsewhere. */
export interface OutgoingMail {
  /** The mail's own id. Every copy of one mail carries it in its Message-ID, so that a repeat can be told from a second mail. */
  readonly id: string;
  /** One address, as `Email` of the contract makes it. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** When it was posted. */
  readonly at: Date;
}

/** What became of a mail: `later` for what time may heal, `never` for what the provider will refuse again; both with its words. */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'later'; readonly why: string }
  | { readonly outcome: 'never'; readonly why: string };

/**
 * The way out of the house. `send-mails.ts` calls it, outside of any transaction, for a mail that is committed and that no
 * other node holds; several at once, but never one mail twice at the same time.
 *
 * Promised by an adapter: `send` answers within half a minute whatever the provider does, and never throws for the provider's
 * sake. `sent` means that the provider has taken the mail over; after any other answer, or none, the same mail comes
 * again with the same id. It goes to `to` alone, whatever its words are. Not promised: that a mail whose taking over was
 * never heard of, because a line or a process broke at that moment, was not delivered; then two copies with one
 * Message-ID arrive.
 */
export interface Mailer {
  send(mail: OutgoingMail): Promise<Delivery>;
  /** Gives up what is under way: it answers `later`. */
  close(): void;
}
