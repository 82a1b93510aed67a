import type { ReactNode } from 'react';
import { ImportFormatsDocument } from '../api/operations.generated.ts';
import { Select } from '../curation/fields.tsx';
import { useAnswer } from '../views/use-answer.ts';
import { importDesk } from './desk.ts';
import { formatOptions } from './format-options.ts';
import type { ImportState, Stage } from './import-state.ts';

/** What went wrong, in words, and what can be done; what was chosen and answered stays. */
export function Failed({
  state,
  stage: { was, error, isSignedIn },
  onSignIn,
}: {
  readonly state: ImportState;
  readonly stage: Extract<Stage, { readonly is: 'failed' }>;
  readonly onSignIn: () => void;
}): ReactNode {
  const again = was === 'planning' ? importDesk.plan : importDesk.apply;
  if (error.formats !== null) return <AskFormat state={state} likely={error.formats} />;
  if (error.code === 'FORBIDDEN')
    return isSignedIn ? (
      <div className="correction-note import-note">
        <output>You are signed in again, and what you chose and answered is still here.</output>
        <button type="button" className="button small" onClick={again} data-next>
          {was === 'planning' ? 'Show what it would do' : 'Apply now'}
        </button>
      </div>
    ) : (
      <div className="problem">
        <p role="alert">
          Your session has ended, so nothing was written. What you chose and answered stays here.
        </p>
        <button type="button" className="button small" onClick={onSignIn} data-next>
          Sign in
        </button>
      </div>
    );
  return (
    <div className="problem" role="alert">
      <p>
        {error.message}
        {error.retriable ? ' What you chose and answered stays here.' : ''}
      </p>
      {error.retriable ? (
        <button type="button" className="button small" onClick={again} data-next>
          Try again
        </button>
      ) : was === 'planning' ? (
        <button
          type="button"
          className="button small"
          onClick={() => importDesk.dispatch({ type: 'chooseAgain' })}
          data-next
        >
          {state.file === null ? 'Change the text' : 'Choose another file'}
        </button>
      ) : null}
    </div>
  );
}

/** Where the content does not tell the format, the person may know it. */
function AskFormat({
  state: { format },
  likely,
}: {
  readonly state: ImportState;
  readonly likely: readonly string[];
}): ReactNode {
  const formats = useAnswer(ImportFormatsDocument, {});
  const known = formats.data?.importFormats ?? [];
  const names = likely.map((each) => known.find((one) => one.format === each)?.name ?? each);
  return (
    <form
      className="problem"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (format !== '') importDesk.plan();
      }}
    >
      <p role="alert">
        {likely.length === 0
          ? 'No format is recognised in this source. Which is it?'
          : `This may be ${names.join(' or ')}. Which is it?`}
      </p>
      <Select
        label="Format"
        value={format}
        options={formatOptions(known, likely, 'Choose one')}
        onChange={(next) => importDesk.dispatch({ type: 'setFormat', format: next })}
      />
      <button type="submit" className="button small" aria-disabled={format === ''} data-next>
        Read it so
      </button>
    </form>
  );
}
