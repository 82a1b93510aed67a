/** A place in a picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
