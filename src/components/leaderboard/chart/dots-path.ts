/** Circles as one path. */
export function dotsPath(
  dots: readonly { readonly x: number; readonly y: number }[],
  radius: number,
): string {
  const d = 2 * radius;
  return dots
    .map(
      ({ x, y }) =>
        `M${x - radius},${y}a${radius},${radius} 0 1,0 ${d},0a${radius},${radius} 0 1,0 ${-d},0`,
    )
    .join('');
}

/** Radius of plain dots in pixels: many are drawn smaller. */
export function dotRadius({ dots }: { readonly dots: { readonly length: number } }): number {
  return dots.length > 300 ? 2.25 : 3;
}
