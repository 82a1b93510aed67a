import type { Links } from '../../server/domain/clusters/network.ts';

/** A network from the literature, whose best modularity at resolution 1 is proven. */
export interface PublishedNetwork {
  readonly name: string;
  readonly nodes: number;
  readonly links: Required<Links>;
}

/**
 * Who met whom outside a karate club: W. W. Zachary, “An information flow model for
 * conflict and fission in small groups”, Journal of Anthropological Research 33 (1977),
 * 452–473.
 */
export const KARATE_CLUB: PublishedNetwork = {
  name: 'Zachary’s karate club',
  nodes: 34,
  links: linksOf(`
  0: 1 2 3 4 5 6 7 8 10 11 12 13 17 19 21 31; 1: 2 3 7 13 17 19 21 30; 2: 3 7 8 9 13 27 28 32; 3:
  7 12 13; 4: 6 10; 5: 6 10 16; 6: 16; 8: 30 32 33; 9: 33; 13: 33; 14: 32 33; 15: 32 33; 18: 32
  33; 19: 33; 20: 32 33; 22: 32 33; 23: 25 27 29 32 33; 24: 25 27 31; 25: 31; 26: 29 33; 27: 33;
  28: 31 33; 29: 32 33; 30: 32 33; 31: 32 33; 32: 33`),
};

/**
 * In how many chapters of Les Misérables two characters appear together: D. E. Knuth,
 * The Stanford GraphBase (1993).
 */
export const LES_MISERABLES: PublishedNetwork = {
  name: 'Les Misérables',
  nodes: 77,
  links: linksOf(`
  0: 1; 1: 2*8 3*10 4 5 6 7 8*2 9 10*5; 2: 3*6 10*3; 3: 10*3; 10: 11 12 13 14 15 23*9 24*7 25*12
  26*31 27*17 28*8 29*2 31*3 32 33*2 34*3 35*3 36*2 37*2 38*2 43*3 44 48 49*2 51*2 55*19 58*4 64
  68 69 70 71 72; 12: 23*2; 16: 17*4 18*4 19*4 20*3 21*3 22*3 23*3; 17: 18*4 19*4 20*3 21*3 22*3
  23*3 26 55; 18: 19*4 20*3 21*3 22*3 23*3; 19: 20*4 21*3 22*3 23*3; 20: 21*5 22*4 23*4; 21: 22*4
  23*4; 22: 23*4; 23: 24*2 25 27*5 29 30 31*2; 24: 25*13 26*4 27 41*2 42 50 68 69 70; 25: 26 27*5
  39 40 41*3 42*2 48 55*2 68*5 69*6 70*4 71 75*3; 26: 27 43 49*3 51*2 54 55*21 72*2; 27: 28 29 31
  33 43 48 58*6 68 69*2 70 71 72; 28: 44*3 45*2; 29: 34*2 35*2 36 37 38; 30: 31*2; 34: 35*3 36*2
  37*2 38*2; 35: 36*2 37*2 38*2; 36: 37*2 38*2; 37: 38*2; 39: 52 55; 41: 42*2 55*5 57 62 68 69 70
  71 75; 46: 47 48*2; 48: 55*4 57 58*7 59*6 60 61*2 62*7 63*5 64*5 65*3 66 68 69 71 73*2 74*2 75
  76; 49: 50 51*9 54 55*12 56; 51: 52 53 54*2 55*6; 54: 55; 55: 56 57 58*7 59*5 61 62*9 63 64*5
  65*2; 57: 58 59*2 61 62*2 63*2 64 65 67*3; 58: 59*15 60*4 61*6 62*17 63*4 64*10 65*5 66*3 70 76;
  59: 60*2 61*5 62*13 63*5 64*9 65*5 66; 60: 61*2 62*3 63*2 64*2 65*2 66; 61: 62*6 63*3 64*6 65*5
  66; 62: 63*6 64*12 65*5 66*2 76; 63: 64*4 65*5 66 76; 64: 65*7 66*3 76; 65: 66*2 76; 66: 76; 68:
  69*6 70*4 71*2 75*3; 69: 70*4 71*2 75*3; 70: 71*2 75; 71: 75; 73: 74*3`),
};

/** Reads “0: 1 2*3”: node 0 has a link to 1, and one of weight 3 to 2. */
function linksOf(text: string): Required<Links> {
  const links = text.split(';').flatMap((row) => {
    const [from = '', ends = ''] = row.split(':');
    return ends
      .trim()
      .split(/\s+/u)
      .map((end) => {
        const [to, weight = '1'] = end.split('*');
        return { from: Number(from), to: Number(to), weight: Number(weight) };
      });
  });
  return {
    from: links.map(({ from }) => from),
    to: links.map(({ to }) => to),
    weights: links.map(({ weight }) => weight),
  };
}
