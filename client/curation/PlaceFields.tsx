import type { ReactNode } from 'react';
import type { Basis } from '../api/operations.generated.ts';
import { BASIS_WORDS, capitalise } from '../language/words.ts';
import { optionsOf, Select, TextLine } from './fields.tsx';
import { lineOf, lineProblem, orNull, problemsIn } from './values.ts';
import type { Problems } from './values.ts';

/** Where something stands in a text, as it is typed. */
export interface TypedPlace {
  readonly line: string;
  readonly pages: string;
  readonly section: string;
}

/** What is wrong with a place. */
export function placeProblems({ line }: TypedPlace): Problems {
  return problemsIn({ line: lineProblem(line) });
}

/** A place as it is sent. */
export function placeOf({ line, pages, section }: TypedPlace): {
  readonly line: number | null;
  readonly pages: string | null;
  readonly section: string | null;
} {
  return { line: lineOf(line), pages: orNull(pages), section: orNull(section) };
}

/** Where it stands in the text. */
export function PlaceFields({
  fields,
  set,
  problems,
}: {
  readonly fields: TypedPlace;
  readonly set: (some: Partial<TypedPlace>) => void;
  readonly problems: Problems;
}): ReactNode {
  return (
    <div className="field-row">
      <TextLine
        label="Line"
        narrow
        value={fields.line}
        onChange={(line) => set({ line })}
        problem={problems['line']}
      />
      <TextLine
        label="Pages"
        narrow
        value={fields.pages}
        onChange={(pages) => set({ pages })}
        problem={problems['pages']}
      />
      <TextLine
        label="Section"
        value={fields.section}
        onChange={(section) => set({ section })}
        problem={problems['section']}
      />
    </div>
  );
}

/** What a source may bring to a claim. */
export const BASES = Object.keys(BASIS_WORDS) as readonly Basis[];

const BASIS_OPTIONS = [
  { value: '', text: 'As its evidence role says' },
  ...optionsOf(BASIS_WORDS).map(({ value, text }) => ({ value, text: capitalise(text) })),
];

/** What the source brings to the claim. */
export function BasisField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <Select
      label="What the source brings"
      value={value}
      onChange={onChange}
      options={BASIS_OPTIONS}
    />
  );
}
