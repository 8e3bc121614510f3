import { expect, test } from 'vitest';
import { drawFormula } from '../../../../src/components/text/katex-loader.ts';
import { renderMarkdown } from '../../../../src/components/text/render-markdown.ts';

const raw = String.raw;

/** One formula for each way in which KaTeX sets a style. */
const FORMULAS = [
  raw`\frac{a}{b} + \sqrt[3]{x} + \sum_{i=1}^{n} x_i^2`,
  raw`\begin{array}{|c|c|}\hline a & b \\ \hline c & d\end{array}`,
  raw`\begin{align} a &= b \\ c &= d \tag{1}\end{align}`,
  raw`\left(\begin{matrix}1 & 2\\3 & 4\end{matrix}\right)`,
  raw`\color{red}{x} + \textcolor{#228b22}{y} + \colorbox{aqua}{$z$}`,
  raw`\fcolorbox{red}{aqua}{$x$} + \boxed{y} + \pmb{z}`,
  raw`\underbrace{a+b}_{c} + \overbrace{d}^{e} + \widehat{xyz} + \vec{v} + \overrightarrow{AB}`,
  raw`\cancel{x} + \xcancel{y} + \sout{z} + \phase{10^\circ} + \angl{n}`,
  raw`\rule{1em}{2em} + \raisebox{1em}{x} + \hspace{3em} + \Huge x`,
  raw`\mathbb{R} + \mathcal{L} + \mathfrak{g} + \mathscr{A} + \mathsf{s} + \texttt{t} + \boldsymbol{b}`,
  raw`\unknown + \sum^{\infty}`,
  raw`\frac{`,
];

test('drawing keeps a policy without inline styles', async () => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "style-src 'self'";
  document.head.append(policy);
  const violations: string[] = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    const { target } = event;
    violations.push(target instanceof Element ? target.outerHTML : event.violatedDirective);
  });
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

  const styled = document.createElement('p');
  document.body.append(styled);
  styled.setAttribute('style', 'color: red');
  await settle();
  expect(violations.splice(0)).toHaveLength(1);

  for (const tex of FORMULAS) {
    const element = document.createElement('span');
    document.body.append(element);
    drawFormula(element, { tex, display: true, source: tex });
  }
  document.body.append(
    renderMarkdown(
      '<span style="color:grey">small</span> <p style="color:red" onclick="x()">y</p>',
      '/',
    ).fragment,
  );
  await settle();
  expect(violations).toEqual([]);
  const errors = [...document.querySelectorAll('.math-error')];
  expect(errors.map((error) => error.textContent)).toEqual([raw`\frac{`]);

  // Taller delimiters keep their width without the attribute that the policy refuses.
  const tall = document.createElement('span');
  document.body.append(tall);
  const rows = raw`a \\`.repeat(8);
  const tex = raw`\left(\begin{matrix}${rows}\end{matrix}\right)`;
  drawFormula(tall, { tex, display: true, source: tex });
  const svg = tall.querySelector('svg');
  const width = Number.parseFloat(svg?.getAttribute('width') ?? '');
  expect(svg?.style.length).toBe(0);
  const fontSize = Number.parseFloat(getComputedStyle(svg ?? tall).fontSize);
  expect(svg?.getBoundingClientRect().width).toBeCloseTo(width * fontSize, 1);

  const [fraction] = document.querySelectorAll<HTMLElement>('.katex .vlist > span');
  expect(fraction?.style.top).toMatch(/em$/);
});
