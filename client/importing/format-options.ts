import type { Option } from '../curation/fields.tsx';

/** The formats to choose from; those that a source may be in come first. */
export function formatOptions(
  formats: readonly { readonly format: string; readonly name: string }[],
  likely: readonly string[],
): readonly Option[] {
  const options = formats.map(({ format, name }) => ({ value: format, text: name }));
  const isLikely = ({ value }: Option): boolean => likely.includes(value);
  return [
    { value: '', text: 'As the content tells' },
    ...options.filter(isLikely),
    ...options.filter((option) => !isLikely(option)),
  ];
}
