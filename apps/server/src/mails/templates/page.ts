/** What a mail says, before it becomes text or HTML. Everything in it is written as it will be read. */
export interface Page {
  readonly subject: string;
  readonly greeting: string;
  /** What happened, a sentence or two. */
  readonly says: string;
  /** Six digits to type. */
  readonly code?: string;
  /** When, from which device, from which address, by whom. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** What to do, and what if it was somebody else. */
  readonly advice: readonly string[];
}
