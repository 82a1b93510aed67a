import type { Option } from '../curation/fields.tsx';

/**
 * The formats to choose from; those that a source may be in come first.
 * @param none what it says where none is chosen.
 */
export function formatOptions(
  formats: readonly { readonly format: string; readonly name: string }[],
  likely: readonly string[],
  none = 'As the content tells',
): readonly Option[] {
  const options = formats.map(({ format, name }) => ({ value: format, text: name }));
  const isLikely = ({ value }: Option): boolean => likely.includes(value);
  return [
    { value: '', text: none },
    ...options.filter(isLikely),
    ...options.filter((option) => !isLikely(option)),
  ];
}
