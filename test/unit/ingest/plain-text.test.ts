import { describe, expect, test } from 'vitest';
import { plainText } from '../../../server/ingest/plain-text.ts';

describe('what a catalogue writes for a web page', () => {
  test.each([
    ['Daum&eacute; III', 'Daumé III'],
    ['&#x10C;ern&yacute; &#38; sons', 'Černý & sons'],
    ['Land Degradation &amp; Development', 'Land Degradation & Development'],
    ['Growth of <i>E. coli</i> in H<sub>2</sub>O', 'Growth of E. coli in H2O'],
    ['&lt;i&gt;Escaped&lt;/i&gt; once more', 'Escaped once more'],
    [
      '<jats:italic>Of JATS</jats:italic>, <emph type="ital">with words</emph>',
      'Of JATS, with words',
    ],
    ['<math Display="inline"><msub><mi>x</mi><mn>1</mn></msub></math>', 'x1'],
    ['One line<br/>and another', 'One line and another'],
  ])('“%s” is read “%s”', (written, read) => {
    expect(plainText(written)).toBe(read);
  });

  test.each([
    'AT&T and R&D; both',
    'a &copyright of one',
    '&J; is no character',
    'p <i and q> r',
    '2 < 3 and 3 > 2',
    '<script>alert(1)</script>',
    '<b onclick=alert(1)>',
  ])('“%s” is what it says', (text) => {
    expect(plainText(text)).toBe(text);
  });
});
