import { ONE_WORK } from './bibliographies.ts';
import { fullDocument } from './full-document.ts';

/** Small good sources of each format, of every kind of record that its reader knows. */
export const SMALL_SOURCES: Readonly<Record<string, readonly string[]>> = {
  json: [JSON.stringify(fullDocument, null, 2)],
  bibtex: [
    ONE_WORK['bibtex'] ?? '',
    `@comment{by hand}
@string{ss = "School Studies"}

@article{first, title = {What schools learn}, author = {Smith, Jane and {Department for Education}},
  journal = ss, year = 2001, doi = {10.1000/first}}
@article{again, title = {What schools learn elsewhere}, doi = {10.1000/first}}
@string{press = "Press"}
@book{b, title = {The Book}, editor = {Okafor, B.}, publisher = press, isbn = {0-306-40615-2}}
`,
  ],
  ris: [
    ONE_WORK['ris'] ?? '',
    'TY  - BOOK\nTI  - A book\nED  - Smith, J.\nSN  - 0-306-40615-2\nER  - \n\nTY  - JOUR\nTI  - Without an end\n\nTY  - CHAP\nTI  - A chapter\nPY  - 2003\nAU  - Smith, J.\nER  - \nTY  - CHAP\nTI  - A chapter\nPY  - 2003\nAU  - Smith, J.\nUR  - http://example.org\nER  - \n',
  ],
  'csl-json': [
    ONE_WORK['csl-json'] ?? '',
    JSON.stringify(
      {
        items: [
          { type: 'book', title: 'A book, [in] brackets', ISBN: '9780306406157' },
          { type: 'report', title: 'A "report"', issued: { raw: '2001-02' } },
          { type: 'chapter' },
        ],
      },
      null,
      1,
    ),
  ],
  nbib: [
    ONE_WORK['nbib'] ?? '',
    'PMID- 7\nTI  - A trial.\nPT  - Randomized Controlled Trial\nRIN - Lancet. 2010;375:445\n\nPMID- 8\nTI  - A review of\n      trials\nPT  - Review\nAU  - Smith JA\n',
  ],
  'web-of-science': [
    ONE_WORK['web-of-science'] ?? '',
    'FN Clarivate\nVR 1.0\nPT J\nTI One\nPY 2001\nER\n\nPT B\nTI Without an end\nPT J\nAU Smith, J\n   Okafor, B\nTI Three\nER\nEF\n',
  ],
  openalex: [
    JSON.stringify(
      {
        meta: { count: 2 },
        results: [
          {
            id: 'https://openalex.org/W1000001',
            doi: 'https://doi.org/10.1000/one',
            title: 'One <script>alert(1)</script>',
            publication_year: 2020,
            type: 'review',
            is_retracted: true,
            ids: { pmid: 'https://pubmed.ncbi.nlm.nih.gov/123' },
            authorships: [
              {
                raw_author_name: 'A. One',
                author: {
                  id: 'https://openalex.org/A5000001',
                  display_name: 'Ann One',
                  orcid: 'https://orcid.org/0000-0002-1825-0097',
                },
              },
            ],
            primary_location: { source: { display_name: 'Journal', host_organization_name: 'P' } },
            referenced_works: ['https://openalex.org/W1000002', 'https://openalex.org/W1000003'],
          },
          { id: 'https://openalex.org/W1000002', title: null, doi: null, type: 'article' },
        ],
      },
      null,
      1,
    ),
    '{"id":"https://openalex.org/W1000001","title":"a"}\n{"id":"https://openalex.org/W1000002"}\n',
  ],
  crossref: [
    JSON.stringify(
      {
        status: 'ok',
        'message-type': 'work-list',
        message: {
          items: [
            {
              DOI: '10.1000/One',
              type: 'journal-article',
              title: ['One'],
              author: [{ family: 'One', given: 'Ann', ORCID: '0000-0002-1825-0097' }],
              'container-title': ['Journal'],
              issued: { 'date-parts': [[2020, 2]] },
              reference: [
                { key: '1', DOI: '10.1000/two' },
                { key: '2', 'article-title': 'A title', author: 'Two', year: '2001' },
                { key: '3', unstructured: 'Ibid.' },
                { key: '4', ISBN: '0-306-40615-2', 'volume-title': 'A book' },
              ],
            },
            {
              DOI: '10.1000/notice',
              type: 'journal-article',
              title: ['Retraction'],
              'update-to': [
                {
                  DOI: '10.1000/one',
                  type: 'retraction',
                  label: 'Retraction',
                  updated: { 'date-parts': [[2021, 3, 4]] },
                },
              ],
            },
            {
              DOI: '10.1000/chapter',
              type: 'book-chapter',
              ISBN: ['9780306406157'],
              relation: {},
            },
            { DOI: '10.1000/last', title: 'The last [of, these]', relation: {} },
          ],
        },
      },
      null,
      1,
    ),
  ],
  'retraction-watch': [
    [
      'Record ID,Title,Journal,Publisher,Author,ArticleType,RetractionDate,RetractionDOI,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason',
      '1,"A title, quoted",J,P,Ann One;Ben Two,Research Article;,2/3/2020 0:00,10.1000/n1,5/6/2010 0:00,10.1000/One,123,Retraction,+Fake Peer Review;+Paper Mill;',
      '2,=1+1,J,P,Ann One,Review Article;,2/3/2021 0:00,unavailable,5/6/2011 0:00,unavailable,0,Expression of concern,+Concerns;',
      '3,B,J,P,,Research Article;,2/3/2022 0:00,10.1000/n1,5/6/2010 0:00,10.1000/one,123,Reinstatement,',
    ].join('\r\n'),
  ],
  'retraction-list': [
    '{\n "retractions": {\n  "10.1000/a": "10.1000/n",\n  "10.1000/b": "10.1000/b"\n },\n "concerns": {\n  "10.1000/a": "10.1000/m"\n }\n}\n',
  ],
  'aan-metadata': [
    'id = {A00-1001}\nauthor = {One, Ann; Two, Ben}\ntitle = {A title {in braces}}\nvenue = {ACL}\nyear = {2000}\n\nid = {J79-1032b}\nauthor = {One, Ann}\ntitle = {}\nvenue = {}\nyear = {}\n',
  ],
  'aan-citations': ['A00-1001 ==> A00-1002\nA00-1001 , J79-1032b\nA00-1002 ==> A00-1002\n'],
  'citations-csv': [
    'citing,cited,stance\n10.1000/a,10.1000/b,supports\n10.1000/a,"Smith, 2001",critical\nPMID 123,W2741809807,neutral\n',
    'Paper,Supportive,Critical\n1-PMID11,"2, 3",\n2-PMID12,0,3\n3-PMID12,,\n',
    'Study,Year,A,B,C\nA,2000,,,\nB,2001,X,,\nC,2002,-,X,\n',
  ],
  'claims-table': [
    'claim,source,stance,page\n"Water is\nwet",10.1000/a,support,3\nWater is wet,10.1000/b,refute,4-5\nIce is cold,,,\n',
    'claim_id\tclaim_text\tciting\tcited\tstance\tbasis\n1\tWater is wet\tPMID 11\tPMID 12\tsupports\tdata\n',
  ],
  'works-csv': [
    ONE_WORK['works-csv'] ?? '',
    'Key,Item Type,Publication Year,Author,Title,DOI,ISBN\nA1,journalArticle,2001,"One, Ann; Two, Ben",A title,10.1000/a,\nA2,book,2002,"One, Ann",A book,,0-306-40615-2\n',
    'ID,Label,Year\n0,Mossner,2001\n',
  ],
  nanopublications: [
    [
      '@prefix np: <http://www.nanopub.org/nschema#> .',
      '@prefix mp: <http://purl.org/mp/> .',
      '@prefix cito: <http://purl.org/spar/cito/> .',
      '@prefix prov: <http://www.w3.org/ns/prov#> .',
      '@prefix : <http://example.org/n1#> .',
      ':head { : a np:Nanopublication ; np:hasAssertion :assertion ; np:hasProvenance :provenance . }',
      ':assertion {',
      '  :claim a mp:Claim ; mp:statement "Water is wet." .',
      '  :data a mp:Data ; mp:supports :claim .',
      '  <https://doi.org/10.1000/b> mp:challenges :claim .',
      '  <https://doi.org/10.1000/a> cito:obtainsSupportFrom <https://doi.org/10.1000/b> .',
      '  [] cito:hasCitingEntity <https://doi.org/10.1000/a> ; cito:hasCitedEntity <https://doi.org/10.1000/c> .',
      '}',
      ':provenance { :assertion prov:wasDerivedFrom <https://doi.org/10.1000/a> . }',
    ].join('\n'),
    '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:mp="http://purl.org/mp/">\n <mp:Claim rdf:about="http://example.org/c"><mp:statement>Water is wet.</mp:statement></mp:Claim>\n <rdf:Description rdf:about="https://doi.org/10.1000/a">\n  <mp:supports rdf:resource="http://example.org/c"/>\n </rdf:Description>\n</rdf:RDF>\n',
  ],
};
