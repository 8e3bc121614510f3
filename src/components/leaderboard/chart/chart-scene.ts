/** A chart as shapes in pixels, from which the page, the SVG file and the PNG file are all drawn. */
export interface ChartScene {
  readonly width: number;
  readonly height: number;
  /** Edges of the part where the dots are. */
  readonly plot: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xName: string;
  readonly yName: string;
  readonly dots: readonly Dot[];
  /** Path of the record line or the Pareto front; '' without one. */
  readonly line: string;
  readonly lineKind: 'records' | 'pareto' | 'none';
  readonly labels: readonly Label[];
  /** Rows of the view that have no place: no value on an axis, or one that a log scale cannot show. */
  readonly omitted: number;
  /** Value on the horizontal axis at a pixel, for zooming. */
  readonly invertX: (pixel: number) => number;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Dot {
  /** Place of the row in the archive's order. */
  readonly place: number;
  readonly x: number;
  readonly y: number;
  readonly isOnLine: boolean;
  readonly isSelected: boolean;
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'end';
  readonly isSelected: boolean;
}
