/** So many citations as the ACL Anthology Network lists them, none twice and none of a paper by itself. */
export function manyCitations(count: number): string {
  const paper = (number: number): string =>
    `P${String(Math.floor(number / 1000) % 100).padStart(2, '0')}-${String(1000 + (number % 1000))}`;
  const papers = Math.max(10, Math.ceil(count / 6));
  const lines = Array.from({ length: count }, (_each, index) => {
    const citing = index % papers;
    return `${paper(citing)} ==> ${paper((citing + 1 + Math.floor(index / papers)) % papers)}`;
  });
  return `${lines.join('\n')}\n`;
}
