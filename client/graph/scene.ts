/** A rectangle in CSS pixels of the page's viewport. */
export interface SceneBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is drawn now, for tests and for people's own scripts. */
export interface Scene {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: 'CLAIM' | 'STUDY' | 'CITATION';
    readonly standing: string | null;
    readonly box: SceneBox;
    /** Null where the label is left out, as there is no room for it. */
    readonly labelBox: SceneBox | null;
    readonly label: string;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
    readonly stance: string;
  }[];
}
