/** What a card needs to know of a study to name it. */
export interface Naming {
  /** Names of the authors, in the order of the title page. */
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly yearSuffix: string | null;
  /** The title or label. */
  readonly label: string | null;
}

const LONGEST = 32;

/** A study as the field cites it: “Atkinson et al. 2007”; without an author, by its title. */
export function shortLabel(id: string, naming: Naming): string {
  const { authors, year, yearSuffix, label } = naming;
  const [first, second, third] = authors.map(surname);
  const who =
    first === undefined
      ? shorten(label ?? id)
      : third !== undefined
        ? `${first} et al.`
        : second !== undefined
          ? `${first} and ${second}`
          : shorten(first);
  return year === null ? who : `${who} ${year}${yearSuffix ?? ''}`;
}

/** The part of a name before the comma of “Atkinson, M.”; any other name as it is. */
function surname(name: string): string {
  return /^([^,]+),\s*(?:\p{Lu}[\p{L}-]*\.?[\s-]*)+$/u.exec(name)?.[1] ?? name;
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}
