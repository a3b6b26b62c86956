import { useEffect, useRef, useState } from 'react';

interface Typed {
  readonly text: string;
  /** What stood there when the typing began. */
  readonly was: string;
}

export interface Keeper {
  readonly now: () => Typed | null;
  readonly keep: (typed: Typed) => void;
  readonly drop: () => void;
  /** Said below a field that shows what was typed before a crash. */
  readonly foundLabel: string;
}

export interface Edit {
  readonly type: (text: string) => void;
  readonly leave: () => void;
  readonly undo: () => void;
}

interface Edited {
  readonly value: string;
  readonly onSave: (text: string, was: string) => Promise<boolean>;
  readonly keeper?: Keeper;
  readonly isRefused: boolean;
}

/** What is typed over a value, until it is saved; what comes in meanwhile stands there only then. */
export function useEditInPlace({ value, isRefused, onSave, keeper }: Edited): {
  readonly text: string;
  /** It was typed before a crash, and nobody has touched it since. */
  readonly isFound: boolean;
  readonly edit: Edit;
} {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [found, forget] = useFound(value, keeper);
  const [sent, setSent] = useState<{ readonly text: string; readonly isSaving: boolean } | null>(null);
  const latest = useRef({ typed, value, onSave, keeper, leave });
  useEffect(() => {
    latest.current = { typed, value, onSave, keeper, leave };
  });
  function leave(over: Typed | null = latest.current.typed): void {
    const now = latest.current;
    latest.current = { ...now, typed: null };
    setTyped(null);
    if (over === null) return;
    forget();
    const text = over.text.trim();
    const isSame = text === now.value || text === over.was;
    setSent(isSame ? null : { text, isSaving: true });
    if (!isSame) void save(text, over.was);
    // Only now: from here on it is kept where it waits to be sent.
    now.keeper?.drop();
  }
  async function save(text: string, was: string): Promise<void> {
    const now = latest.current;
    const isInGoodHands = await now.onSave(text, was);
    if (!isInGoodHands) now.keeper?.keep({ text, was });
    setSent({ text, isSaving: false });
  }
  // A field that goes while it is typed in has been left, also with the whole window.
  useEffect(() => {
    const gone = () => latest.current.leave();
    window.addEventListener('pagehide', gone);
    return () => {
      window.removeEventListener('pagehide', gone);
      gone();
    };
  }, []);
  function type(text: string): void {
    const next = { text, was: typed?.was ?? found?.was ?? value };
    setTyped(next);
    forget();
    keeper?.keep(next);
  }
  function undo(): void {
    setTyped(null);
    forget();
    setSent(null);
    keeper?.drop();
  }
  const shown = sent !== null && (sent.isSaving || isRefused) ? sent.text : value;
  const text = typed?.text ?? found?.text ?? shown;
  return { text, isFound: found !== null, edit: { type, leave: () => leave(typed ?? found), undo } };
}

/** What was typed before a crash, until it is touched, or saved from here or from another window. */
function useFound(value: string, keeper: Keeper | undefined): [Typed | null, () => void] {
  const [found, setFound] = useState(() => keeper?.now() ?? null);
  useEffect(() => {
    if (found === null) return;
    if (found.text.trim() === value) keeper?.drop();
    if (keeper === undefined || keeper.now() === null) setFound(null);
  }, [found, value, keeper]);
  const isSaved = found !== null && found.text.trim() === value;
  return [isSaved ? null : found, () => setFound(null)];
}
