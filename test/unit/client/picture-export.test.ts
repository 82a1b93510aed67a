import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layOutFor } from '../../../client/graph/sizing.ts';
import { PAPER } from '../../../client/picture-export/pen.ts';
import { fileName, scaleFor } from '../../../client/picture-export/save.ts';
import { svgOf } from '../../../client/picture-export/svg.ts';
import type { PictureToWrite } from '../../../client/picture-export/svg.ts';
import { pictureOf } from '../../../client/trail/picture.ts';
import type { Card, Picture } from '../../../client/trail/picture.ts';
import { elementsNamed, parseXml, textOf } from '../../support/xml.ts';
import type { XmlElement } from '../../support/xml.ts';
import { citation, claim, edge, RELAY, study, trail } from './trails.ts';

const measure = (text: string): number => text.length * 7;

describe('A picture that is written as SVG', () => {
  test('has every label as text that can be selected, and names what it shows', () => {
    const picture = pictureOf(RELAY);
    const svg = written(picture);
    const texts = textsOf(svg);
    for (const { label } of picture.cards) expect(texts).toContain(label);
    expect(elementsNamed(svg, 'title')[0]?.children).toEqual(['Claim c1 – Can’t tell']);
    expect(texts).toContain('line 5');
  });

  test('says when it was made, of which revision, and what its signs mean', () => {
    const texts = textsOf(written(pictureOf(RELAY)));
    expect(texts).toContain('Underpin, 2024-02-29; revision of the store: 7.3.');
    for (const word of ['Reaches data', 'Nothing holds it', 'contradicts', 'relays', 'not known'])
      expect(texts).toContain(word);
  });

  test('says under what suppositions it stands', () => {
    const picture = changed(pictureOf(RELAY), 'report', { withdrawn: true });
    const texts = textsOf(
      written(picture, { conditions: { withdrawn: ['Another 2015'], asOf: 2016, left: 3 } }),
    );
    expect(texts).toContain('What if withdrawn: report; Another 2015.');
    expect(texts).toContain('As of 2016: what could be told by then.');
    expect(texts).toContain('3 more claims facing it not drawn.');
    expect(texts).toContain('what if · report');
    expect(texts).toContain('what if it is withdrawn');
  });

  test('never says zero of what is not known', () => {
    const unknown = changed(pictureOf(RELAY), 'c2', { standing: null });
    const svg = written(unknown, { revision: '' });
    expect(textsOf(svg)).toContain('Standing not known');
    expect(textsOf(svg)).toContain('Underpin, 2024-02-29; revision of the store: not known.');
    expect(textsOf(svg).filter((text) => /\b(?:0|null|undefined|NaN)\b/u.test(text))).toEqual([]);
    expect(allAttributes(svg).filter((value) => /NaN|undefined|null/u.test(value))).toEqual([]);
  });

  test('shows what a claim fell from, and what was retracted', () => {
    const fallen = changed(pictureOf(RELAY), 'c1', { standing: 'UNSUPPORTED', before: 'GROUNDED' });
    const svg = written(changed(fallen, 'report', { status: 'retracted' }));
    expect(elementsNamed(svg, 'title').map(textOf)).toContain(
      'Claim c1; Reaches data → Nothing holds it',
    );
    expect(textsOf(svg)).toContain('RETRACTED · report');
    expect(textsOf(svg)).toContain('retracted');
  });

  test('draws a stub with its number, and nothing of what is folded away', () => {
    const picture: Picture = {
      ...pictureOf(RELAY),
      stubs: [{ id: 'more:newspaper', of: 'newspaper', count: 1488, side: 'out' }],
      folded: new Set(['report', 'c3', 'newspaper>report']),
    };
    const texts = textsOf(written(picture));
    expect(texts).toContain('+1,488');
    expect(texts).not.toContain('Claim c3');
    expect(texts).toContain('2 cards folded away.');
  });

  test('binds with a bracket what is needed together', () => {
    const line = { group: 'g', needs: 2 };
    const both = trail(
      [claim('c1'), citation('a>s'), study('s'), citation('a>t'), study('t')],
      [
        edge('c1', 'RESTS_ON', 'a>s', line),
        edge('c1', 'RESTS_ON', 'a>t', line),
        edge('a>s', 'CITES', 's'),
        edge('a>t', 'CITES', 't'),
      ],
    );
    expect(textsOf(written(pictureOf(both)))).toContain('all needed');
  });

  test('takes whatever a title holds as text', () => {
    const wild = `<script>alert("1 & 2")</script>\u0000\u0007 ]]> 'quoted' \uD800 &amp; <!-- é 𝒜 -->`;
    const svg = written(changed(pictureOf(RELAY), 'c1', { label: wild }));
    expect(elementsNamed(svg, 'script')).toEqual([]);
    expect(elementsNamed(svg, 'title')[0]?.children).toEqual([
      `<script>alert("1 & 2")</script>\uFFFD\uFFFD ]]> 'quoted' \uFFFD &amp; <!-- é 𝒜 --> – Can’t tell`,
    ]);
  });

  test('refers to nothing outside of itself', () => {
    const svg = written(changed(pictureOf(RELAY), 'report', { withdrawn: true }));
    const outside = allAttributes(svg).filter((value) => /url\((?!#)|https?:|href/u.test(value));
    expect(outside).toEqual(['http://www.w3.org/2000/svg']);
    expect(
      ['image', 'use', 'style', 'foreignObject'].flatMap((name) => elementsNamed(svg, name)),
    ).toEqual([]);
  });

  test('is the same for the same trail', () => {
    expect(written(pictureOf(RELAY))).toEqual(written(pictureOf(RELAY)));
  });

  test('has the light colours of the page', () => {
    const styles = readFileSync('client/styles/base.css', 'utf8');
    for (const [name, colour] of Object.entries(PAPER))
      expect(styles).toContain(`--${name}: light-dark(${colour},`);
  });
});

describe('The file of a picture', () => {
  test('is named after the claim and the day', () => {
    expect(fileName('000:c/1 é', '2024-02-29', 'png')).toBe('underpin-000-c-1-é-2024-02-29.png');
  });

  test('is drawn at twice its size, and smaller where a browser draws no more', () => {
    expect(scaleFor(1200, 900)).toBe(2);
    expect(scaleFor(1200, 16_000)).toBe(1);
    expect(scaleFor(20_000, 20_000)).toBe(0.5);
  });
});

function written(picture: Picture, more: Partial<PictureToWrite> = {}): XmlElement {
  return parseXml(
    svgOf({
      picture,
      layout: layOutFor(picture, { width: 1600, height: 6000 }, measure),
      measure,
      date: '2024-02-29',
      revision: '7.3',
      conditions: { withdrawn: [], asOf: null, left: 0 },
      ...more,
    }),
  );
}

function changed(picture: Picture, id: string, change: Partial<Card>): Picture {
  const cards = picture.cards.map((card) => (card.id === id ? { ...card, ...change } : card));
  return { ...picture, cards };
}

function textsOf(svg: XmlElement): readonly string[] {
  return elementsNamed(svg, 'text').map(textOf);
}

function allAttributes(element: XmlElement): readonly string[] {
  const inside = element.children.filter((child) => typeof child !== 'string');
  return [...element.attributes.values(), ...inside.flatMap(allAttributes)];
}
