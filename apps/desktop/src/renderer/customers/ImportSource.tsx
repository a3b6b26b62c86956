import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './Import.module.css';
import { importMessages } from './import.messages.ts';
import { chooseFile, choosePasted, type ImportState } from './import.store.ts';

const say = importMessages;

/** Where the rows come from: a file that is chosen or dropped, or what was copied. */
export function ImportSource({ why, reading }: Omit<Extract<ImportState, { step: 'file' }>, 'step'>) {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [pasted, setPasted] = useState('');

  function dropped(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void chooseFile(file);
  }
  return (
    <div className={styles.source}>
      {why === null ? null : (
        <Banner tone="trouble" isBoxed>
          {say.refusals[why]}
        </Banner>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by key */}
      <div
        className={classes(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={dropped}
      >
        <FileUp size={28} strokeWidth={1.5} aria-hidden />
        <p>{reading === null ? say.drop : say.reading(reading)}</p>
        <Button
          look="primary"
          size="large"
          disabled={reading !== null}
          onClick={() => picker.current?.click()}
        >
          {say.pick}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) void chooseFile(file);
            // The same file, put right in the meantime, is a choice as well.
            event.target.value = '';
          }}
        />
      </div>
      <form
        className={styles.paste}
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== '') void choosePasted(pasted);
        }}
      >
        <TextArea
          label={say.paste}
          placeholder={say.pasteHint}
          rows={5}
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <Button type="submit" disabled={pasted.trim() === '' || reading !== null}>
          {say.readPasted}
        </Button>
      </form>
    </div>
  );
}
