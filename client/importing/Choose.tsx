import { useEffect, useId, useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { ImportFormatsDocument } from '../api/operations.generated.ts';
import { Select, TextBlock, TextLine } from '../curation/fields.tsx';
import { useAnswer } from '../views/use-answer.ts';
import { importDesk } from './desk.ts';
import { formatOptions } from './format-options.ts';
import { hasSource } from './import-state.ts';
import type { ImportState } from './import-state.ts';
import { LARGEST, sizeText } from './words.ts';

/** What is to be brought in: a file or a text, and if one likes its name and format. */
export function Choose({
  state,
  mayWrite,
}: {
  readonly state: ImportState;
  readonly mayWrite: boolean;
}): ReactNode {
  const { file, text, name, format } = state;
  const formats = useAnswer(ImportFormatsDocument, {});
  const isTooLarge = file !== null && file.size > LARGEST;
  const isReady = hasSource(state) && !isTooLarge;
  return (
    <form
      className="import-choose"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (isReady && mayWrite) importDesk.plan();
      }}
    >
      <p>
        A bibliography, a table of citations or of claims, an OpenAlex or Crossref file,
        nanopublications, or an interchange document. Nothing is written before you have seen what
        it would do.
      </p>
      <FileField file={file} />
      {isTooLarge ? (
        <p className="field-problem" role="alert">
          This file has {sizeText(file.size)}; up to {sizeText(LARGEST)} can be sent to a server.
          Where Underpin is served, with the server stopped, any is brought in by{' '}
          <code>npx underpin import FILE</code>.
        </p>
      ) : null}
      {file === null ? (
        <TextBlock
          label="Or paste its text"
          rows={5}
          value={text}
          onChange={(next) => importDesk.dispatch({ type: 'writeText', text: next })}
        />
      ) : null}
      <div className="import-about">
        <TextLine
          label="Name"
          hint="The same name again is a newer version of the source."
          value={name === '' ? (file?.name ?? '') : name}
          onChange={(next) => importDesk.dispatch({ type: 'setName', name: next })}
        />
        <Select
          label="Format"
          hint="Told from the content, where you leave it so."
          value={format}
          options={formatOptions(formats.data?.importFormats ?? [], [])}
          onChange={(next) => importDesk.dispatch({ type: 'setFormat', format: next })}
        />
      </div>
      <div className="correction-buttons">
        <button type="submit" className="button primary" aria-disabled={!isReady || !mayWrite}>
          Show what it would do
        </button>
      </div>
    </form>
  );
}

/** The one way in that everyone knows; a file can be dropped anywhere on the page as well. */
function FileField({ file }: { readonly file: File | null }): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The browser shows the name of what was chosen here, and not of what was dropped.
    const shown = input.current;
    if (shown === null || shown.files?.[0] === file) return;
    const list = new DataTransfer();
    if (file !== null) list.items.add(file);
    shown.files = list.files;
  }, [file]);
  return (
    <div className="field">
      <label htmlFor={id}>File</label>
      <input
        ref={input}
        id={id}
        type="file"
        data-next
        aria-describedby={`${id}hint`}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) importDesk.dispatch({ type: 'chooseFile', file: chosen });
        }}
      />
      <span id={`${id}hint`} className="field-hint quiet">
        {file === null
          ? 'Or drop it anywhere on the page.'
          : `${file.name}, ${sizeText(file.size)}`}
      </span>
      {file === null ? null : (
        <button
          type="button"
          className="correct"
          onClick={() => {
            importDesk.dispatch({ type: 'startOver' });
            input.current?.focus();
          }}
        >
          Paste a text instead
        </button>
      )}
    </div>
  );
}
