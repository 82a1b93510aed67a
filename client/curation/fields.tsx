import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Glyph } from '../language/glyphs.ts';
import { Sign } from '../views/Marks.tsx';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
}

/** A hint and a problem, tied to the field that they are about. */
function useRemarks({ hint, problem }: Pick<FieldProps, 'hint' | 'problem'>): {
  readonly tied: { 'aria-describedby'?: string; 'aria-invalid'?: true };
  readonly remarks: ReactNode;
} {
  const id = useId();
  const said = [
    ...(hint === undefined ? [] : [`${id}hint`]),
    ...(problem === undefined ? [] : [`${id}problem`]),
  ];
  return {
    tied: {
      ...(said.length === 0 ? {} : { 'aria-describedby': said.join(' ') }),
      ...(problem === undefined ? {} : { 'aria-invalid': true }),
    },
    remarks: (
      <>
        {hint === undefined ? null : (
          <span id={`${id}hint`} className="field-hint quiet">
            {hint}
          </span>
        )}
        {problem === undefined ? null : (
          <span id={`${id}problem`} className="field-problem">
            {problem}
          </span>
        )}
      </>
    ),
  };
}

/** One line of text. */
export function TextLine({
  narrow = false,
  required = false,
  ...field
}: FieldProps & { readonly narrow?: boolean; readonly required?: boolean }): ReactNode {
  const id = useId();
  const { tied, remarks } = useRemarks(field);
  return (
    <div className={narrow ? 'field field-narrow' : 'field'}>
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        type="text"
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        autoComplete="off"
        aria-required={required}
        {...tied}
      />
      {remarks}
    </div>
  );
}

/** Several lines of text. */
export function TextBlock({
  rows = 3,
  ...field
}: FieldProps & { readonly rows?: number }): ReactNode {
  const id = useId();
  const { tied, remarks } = useRemarks(field);
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      <textarea
        id={id}
        rows={rows}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        {...tied}
      />
      {remarks}
    </div>
  );
}

/** One of several, by its value and what it is called. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly detail?: string;
  readonly glyph?: Glyph;
}

/** One of many, folded. */
export function Select({
  options,
  ...field
}: FieldProps & { readonly options: readonly Option[] }): ReactNode {
  const id = useId();
  const { tied, remarks } = useRemarks(field);
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      <select
        id={id}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        {...tied}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {remarks}
    </div>
  );
}

/** One of few, all in sight. */
export function Radios({
  options,
  ...field
}: FieldProps & { readonly options: readonly Option[] }): ReactNode {
  const name = useId();
  const { tied, remarks } = useRemarks(field);
  return (
    <fieldset className="field" {...tied}>
      <legend>{field.label}</legend>
      {options.map(({ value, text, detail, glyph }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={name}
            checked={field.value === value}
            onChange={() => field.onChange(value)}
          />
          {glyph === undefined ? null : <Sign glyph={glyph} />}
          <span>
            {text}
            {detail === undefined ? null : <span className="quiet">: {detail}</span>}
          </span>
        </label>
      ))}
      {remarks}
    </fieldset>
  );
}

/** Any of several. */
export function Checks({
  label,
  options,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  if (options.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {options.map(({ value, text, detail }) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
              )
            }
          />
          <span>
            {text}
            {detail === undefined ? null : <span className="quiet"> {detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What a word map has, as options in its order. */
export function optionsOf<Word extends string>(
  words: Readonly<Record<Word, string>>,
): readonly Option[] {
  return Object.entries<string>(words).map(([value, text]) => ({ value, text }));
}
