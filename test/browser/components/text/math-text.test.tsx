import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { MathText } from '../../../../src/components/text/math-text.tsx';

const raw = String.raw;

const loadedKatex = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => /katex/.test(name));

test('a text without formulas is only its text and loads nothing', async () => {
  const { container } = await render(<MathText text={raw`It costs $5 or \$10 <b>now</b>`} />);
  expect(container.innerHTML).toBe('It costs $5 or $10 &lt;b&gt;now&lt;/b&gt;');
  expect(loadedKatex()).toBe(false);
});

test('a formula reads in plain Unicode at once and is drawn when KaTeX has come', async () => {
  const screen = await render(
    <h1>
      <MathText text={raw`Fast $\ell_0$ Search in $O(n^2)$`} />
    </h1>,
  );
  // Before the chunk has come the heading is complete already.
  if (!loadedKatex()) expect(screen.container.textContent).toBe('Fast ℓ₀ Search in O(n²)');
  await expect.poll(() => screen.container.querySelectorAll('.katex').length).toBe(2);
  expect(screen.container.querySelector('h1')?.firstChild?.textContent).toBe('Fast ');
  expect(screen.container.querySelector('math')?.textContent).toContain('ℓ');

  await screen.rerender(
    <h1>
      <MathText text={raw`Fast $\pi$`} />
    </h1>,
  );
  await expect.poll(() => screen.container.querySelectorAll('.katex').length).toBe(1);
  expect(screen.container.querySelector('annotation')?.textContent).toBe(raw`\pi`);
});

test('display formulas stand in their own block', async () => {
  const { container } = await render(<MathText text="so $$x = y$$ holds" />);
  await expect.poll(() => container.querySelector('.math-display .katex-display')).not.toBeNull();
});

test('what MathJax or a careless author writes is drawn too', async () => {
  const text = raw`$3\unicode{x2013}5$ $\textbf{5%}$ $x \label{eq}$ $\vec{v}$`;
  const { container } = await render(<MathText text={text} />);
  await expect.poll(() => container.querySelectorAll('.katex').length).toBe(4);
  const shown = [...container.querySelectorAll('.katex-html')].map((html) => html.textContent);
  expect(shown).toEqual(['3–5', '5%', 'x', 'v']);
});

test.each([
  ['unbalanced', raw`$\frac{1}{x^2$`],
  ['endless', raw`$\def\a{\a\a}\a$`],
  ['misplaced', raw`$x^2^3$`],
])('a formula that is not valid (%s) shows its source', async (_, source) => {
  const { container } = await render(<MathText text={`see ${source} there`} />);
  await expect.poll(() => container.querySelector('code.math-error')?.textContent).toBe(source);
  expect(container.textContent).toBe(`see ${source} there`);
});

test('an unknown command shows its name in the colour of the text', async () => {
  const { container } = await render(<MathText text={raw`$\ourmethod + 1$`} />);
  await expect
    .poll(() => container.querySelector('.katex-html')?.textContent)
    .toContain('ourmethod');
  const [shown] = container.querySelectorAll<HTMLElement>('.katex-html .mord');
  expect(shown && getComputedStyle(shown).color).toBe(getComputedStyle(container).color);
});

test('formulas cannot link, load or style', async () => {
  const text = raw`$\href{javascript:alert(1)}{x}\includegraphics{http://127.0.0.1:9/x.png}\htmlStyle{color:red}{y}\htmlId{z}{w}$`;
  const { container } = await render(<MathText text={text} />);
  await expect.poll(() => container.querySelector('.katex, .math-error')).not.toBeNull();
  expect(container.querySelector('a, img, [id], [href], [src]')).toBeNull();
});
