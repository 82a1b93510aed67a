/** One work, as each format lists it. */
export const ONE_WORK: Readonly<Record<string, string>> = {
  bibtex: `@article{key, title = {Does {Working} Together \\'Elan?}, author = {Smith, Jane A. and Okafor, Ben},
    year = 2019, journal = {School Studies}, doi = {https://doi.org/10.1234/ABC.5}}`,
  ris: `TY  - JOUR\nTI  - Does Working Together Élan?\nAU  - Smith, Jane A.\nAU  - Okafor, Ben\nPY  - 2019/03/01\nJO  - School Studies\nDO  - doi:10.1234/abc.5\nER  - \n`,
  'csl-json': JSON.stringify([
    {
      type: 'article-journal',
      title: 'Does Working Together Élan?',
      author: [
        { family: 'Smith', given: 'Jane A.' },
        { family: 'Okafor', given: 'Ben' },
      ],
      issued: { 'date-parts': [[2019, 3]] },
      'container-title': 'School Studies',
      DOI: '10.1234/ABC.5',
    },
  ]),
  nbib: `PMID- 123\nTI  - Does Working Together\n      Élan?\nFAU - Smith, Jane A.\nAU  - Smith JA\nFAU - Okafor, Ben\nDP  - 2019 Mar\nJT  - School Studies\nLID - 10.1234/ABC.5 [doi]\n`,
  'web-of-science': `FN Clarivate\nVR 1.0\nPT J\nAU Smith, JA\n   Okafor, B\nAF Smith, Jane A.\n   Okafor, Ben\nTI Does Working Together\n   Élan?\nSO School Studies\nPY 2019\nDI 10.1234/ABC.5\nER\n\nEF\n`,
  'works-csv': `"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI"\n"K","journalArticle","2019","Smith, Jane A.; Okafor, Ben","Does Working Together Élan?","School Studies","10.1234/abc.5"\n`,
};
