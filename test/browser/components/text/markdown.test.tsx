import { afterEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { Markdown } from '../../../../src/components/text/markdown.tsx';
import { renderMarkdown } from '../../../../src/components/text/render-markdown.ts';
import { TextLinksContext } from '../../../../src/components/text/text-links.ts';

const raw = String.raw;

const htmlOf = (markdown: string, basePath = '/'): string => {
  const host = document.createElement('div');
  host.append(renderMarkdown(markdown, basePath).fragment);
  return host.innerHTML.trim();
};
const OUT = 'rel="noreferrer noopener nofollow"';

describe('renderMarkdown', () => {
  test.each([
    [
      '**Net** is\r\n_fast_.\r\n\r\nYes.',
      '<p><strong>Net</strong> is\n<em>fast</em>.</p>\n<p>Yes.</p>',
    ],
    ['a triple <instrument, verb, target>', '<p>a triple &lt;instrument, verb, target&gt;</p>'],
    ['"<subject> <object>"', '<p>"&lt;subject&gt; &lt;object&gt;"</p>'],
    ['<paper>\n\nText', '<p>&lt;paper&gt;</p><p>Text</p>'],
    ['1 < 2 and 3 > 2, x<y', '<p>1 &lt; 2 and 3 &gt; 2, x&lt;y</p>'],
    ['Ann <ann@host.org>', '<p>Ann <a href="mailto:ann@host.org" REL>ann@host.org</a></p>'],
    ['<https://host.org/x>', '<p><a href="https://host.org/x" REL>https://host.org/x</a></p>'],
    ['[a](https://host.org "title")', '<p><a href="https://host.org/" REL>a</a></p>'],
    ['[a](other-set) and [b](None)', '<p>a and b</p>'],
    ['[net](/paper/net)', '<p><a href="/paper/net">net</a></p>'],
    ['<b>a</b><sup>2</sup><sub>i</sub><br>', '<p><b>a</b><sup>2</sup><sub>i</sub><br></p>'],
    ['<div align="center"><font color="red">x</font></div>', '<p>x</p>'],
    ['<span class="x" id="y" data-z="1" style="a:b">x</span>', '<p><span>x</span></p>'],
    ['# A\n\n## B\n\n##### C', '<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>'],
    ['### A\n\n#### B', '<h3>A</h3>\n<h4>B</h4>'],
    [
      '![alt](https://host.org/x.png)',
      '<p><a href="https://host.org/x.png" REL>Image: alt</a></p>',
    ],
    ['![](x.png)', '<p>Image</p>'],
    [
      '[![badge](https://a.org/b.svg)](https://c.org/)',
      '<p><a href="https://c.org/" REL>Image: badge</a></p>',
    ],
    [
      '<img src="https://a.org/b.png" alt="x" onerror="x()">',
      '<p><a href="https://a.org/b.png" REL>Image: x</a></p>',
    ],
    ['- [x] done\n- [ ] open', '<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>'],
    [
      'Text.\n\n<span class="description-source">Source: [a](/paper/a)</span>',
      '<p>Text.</p>\n<p><small>Source: <a href="/paper/a">a</a></small></p>',
    ],
    [
      '<span style="color:grey; opacity: 0.6">( Image credit: [a](/paper/a) )</span>',
      '<p><small>( Image credit: <a href="/paper/a">a</a> )</small></p>',
    ],
    [
      'Text.\n\n( Image credit: [a](/paper/a) )',
      '<p>Text.</p>\n<p><small>( Image credit: <a href="/paper/a">a</a> )</small></p>',
    ],
    ['R&D &amp; &lt;x&gt; &nbsp;y', '<p>R&amp;D &amp; &lt;x&gt; &nbsp;y</p>'],
    ['`$x$` and `<b>`', '<p><code>$x$</code> and <code>&lt;b&gt;</code></p>'],
    ['x `code', '<p>x `code</p>'],
  ])('%j', (markdown, expected) => {
    expect(htmlOf(markdown)).toBe(expected.replaceAll('REL', OUT));
  });

  test('links into the archive lead under the base path', () => {
    expect(htmlOf('[a](https://paperswithcode.com/method/a)', '/sub/')).toBe(
      '<p><a href="/sub/method/a">a</a></p>',
    );
  });

  test('a table keeps its alignment in a box that scrolls', () => {
    const host = document.createElement('div');
    host.append(renderMarkdown('|a|b|\n|-|:-:|\n|1|2|', '/').fragment);
    expect(host.querySelector('.markdown-table > table td[align="center"]')?.textContent).toBe('2');
  });

  test('formulas are not read as Markdown', () => {
    const text = raw`*Let* $a_1 * b_2$ and $c_1 * d\_2$ <i>x</i>

$$
y = z
- 1
$$

|$p$|b|
|-|-|
|$u \mid v$|2|`;
    const { fragment, formulas } = renderMarkdown(text, '/');
    expect(formulas.map(({ formula }) => formula.tex)).toEqual([
      'a_1 * b_2',
      'c_1 * d_2',
      '\ny = z\n- 1\n',
      'p',
      raw`u \mid v`,
    ]);
    expect(fragment.querySelectorAll('em, i')).toHaveLength(2);
    expect(fragment.querySelector('.math-display')?.textContent).toBe('y = z - 1');
    expect(fragment.querySelector('.math')?.textContent).toBe('a₁ * b₂');
  });

  test('a formula in an address stays what it was', () => {
    expect(htmlOf('[a](https://host.org/$x$)')).toBe(
      `<p><a href="https://host.org/$x$" ${OUT}>a</a></p>`,
    );
  });

  test('a long text is shortened and says so', () => {
    const { fragment } = renderMarkdown('word '.repeat(2_000_000), '/');
    expect(fragment.textContent.length).toBeLessThan(101_000);
    expect(fragment.lastElementChild?.textContent).toBe(
      'Shortened: the first 100,000 of 10,000,000 characters.',
    );
  });

  test.each(
    [
      '>',
      '> ',
      '[',
      '![',
      '](',
      '*',
      '**a ',
      '_',
      '`',
      '` ',
      '<',
      '<a ',
      '<b>',
      '<!--',
      '</b>',
    ].concat([
      '$',
      '$x$ ',
      '|',
      '|-',
      '~',
      '- ',
      '1. ',
      '    ',
      '\\',
      '&',
      '#',
      '\n- ',
      '\n> ',
      '<span style="',
      '[a](',
      '[a]: b\n',
      'a@',
      'www.',
      '"',
    ]),
  )('fifty thousand %j do not hang', { timeout: 60_000 }, (unit) => {
    const { fragment } = renderMarkdown(unit.repeat(50_000), '/');
    expect(fragment).toBeInstanceOf(DocumentFragment);
  });
});

describe('hostile texts', () => {
  const ran = vi.fn<() => void>();
  const ELEMENTS = new Set(
    'p a em strong b i code pre del sub sup br hr span small ul ol li blockquote h3 h4 h5 h6 table thead tbody tfoot tr th td caption div'.split(
      ' ',
    ),
  );
  const ATTRIBUTES = new Set(['href', 'rel', 'start', 'align', 'colspan', 'rowspan', 'class']);
  const CLASSES = new Set(['math', 'math math-display', 'markdown-table']);

  afterEach(() => {
    ran.mockClear();
    document.body.replaceChildren();
  });

  test.each([
    '<script>ran()</script>',
    '<script src="http://127.0.0.1:9/x.js"></script>',
    '<img src=x onerror=ran()>',
    '<img src="http://127.0.0.1:9/x.png" srcset="http://127.0.0.1:9/y.png 2x" onload="ran()">',
    '<svg onload=ran()><script>ran()</script><a xlink:href="javascript:ran()">x</a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=ran()></style></mglyph></table></mtext></math>',
    '<iframe src="javascript:ran()"></iframe><iframe srcdoc="<script>parent.ran()</script>"></iframe>',
    '<object data="http://127.0.0.1:9/x"></object><embed src="http://127.0.0.1:9/x">',
    '<form action="javascript:ran()"><input name="attributes" autofocus onfocus=ran()><button>x</button></form>',
    '<a id="location" name="cookie">x</a><b id=getElementById>y</b><p name=body>z</p>',
    '<a href="java\nscript:ran()">x</a><a href=" &#106;avascript:ran()">y</a>',
    '<a href="https://host.org" onclick="ran()" style="position:fixed" target="_top">x</a>',
    '<p style="background:url(http://127.0.0.1:9/x.png)" class="katex" data-x="1">x</p>',
    '<style>@import "http://127.0.0.1:9/x.css"; body { display: none }</style>',
    '<link rel=stylesheet href="http://127.0.0.1:9/x.css"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9">',
    '<base href="http://127.0.0.1:9/">[x](/paper/x)',
    '<details open ontoggle=ran()><summary>x</summary></details>',
    '<video src="http://127.0.0.1:9/x" poster="http://127.0.0.1:9/y" onerror=ran()></video>',
    '<b title="</b><img src=x onerror=ran()>">x</b>',
    '<!--><img src=x onerror=ran()>-->',
    '<template><img src=x onerror=ran()></template><noscript><p title="</noscript><img src=x onerror=ran()>">',
    '<plaintext><xmp><textarea><title><img src=x onerror=ran()>',
    '<x-element onclick=ran() is="a">x</x-element>',
    '[x](javascript:ran()) [y](JaVaScRiPt:ran()) [z](vbscript:ran()) [w](data:text/html,<script>ran()</script>)',
    '[x](&#x6A;avascript:ran()) [y](java&Tab;script:ran()) <javascript:ran()>',
    '![x](javascript:ran()) ![y"onerror="ran()](https://host.org/"onerror="ran())',
    '[x]: javascript:ran()\n\n[x] [__proto__] [constructor]\n\n[__proto__]: javascript:ran()',
    '[x](https://host.org/"onmouseover="ran())',
    '```<img src=x onerror=ran()>\n<img src=x onerror=ran()>\n```',
    '`<img src=x onerror=ran()>`',
    raw`$\href{javascript:ran()}{x}$ $\htmlData{x=y}{z}$ $<img src=x onerror=ran()>$`,
    '$x$<img src="$y$" onerror="ran()" alt="$z$">',
    '<a href="$x$" title="$y$">z</a>',
    '__proto__ <__proto__> [a](__proto__) `__proto__`',
    '|<img src=x onerror=ran()>|b|\n|-|-|\n|<script>ran()</script>|2|',
    '\ufdd00\ufdd1<img src=x onerror=ran()>',
    '<a href="x"><a href="javascript:ran()"><a href="https://host.org">x',
    '<span style="opacity:1"><span style="opacity:1"></span></p></small></div></body></html><img src=x onerror=ran()>',
  ])('%j is harmless', async (markdown) => {
    Object.assign(globalThis, { ran });
    performance.clearResourceTimings();
    const { container } = await render(<Markdown text={markdown} />);
    await expect.poll(() => container.querySelector('.markdown')).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 60));

    const host = document.createElement('div');
    document.body.append(host);
    host.addEventListener('click', (event) => event.preventDefault());
    host.append(renderMarkdown(markdown, '/').fragment);
    for (const element of host.querySelectorAll('*')) {
      expect(ELEMENTS).toContain(element.localName);
      for (const { name, value } of element.attributes) {
        expect(ATTRIBUTES).toContain(name);
        if (name === 'class') expect(CLASSES).toContain(value);
        if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|\/(?!\/))/);
      }
      if (element instanceof HTMLElement) element.click();
    }
    expect(
      container.querySelector(
        'script, img, iframe, svg:not(.katex svg), form, input, style, [id], [name]',
      ),
    ).toBeNull();
    const requests = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(requests.filter((name) => /:9\/|\/x$/.test(name))).toEqual([]);
    expect(ran).not.toHaveBeenCalled();
  });
});

describe('Markdown', () => {
  test('draws the formulas after its words', async () => {
    const screen = await render(
      <Markdown
        text={raw`Let **x** be $x\_{1}$ and

$$ \sum\_{i} x\_{i} $$`}
      />,
    );
    await expect.element(screen.getByText('Let', { exact: false }).first()).toBeVisible();
    await expect.poll(() => screen.container.querySelectorAll('.katex').length).toBe(2);
    expect(screen.container.querySelector('.math-error')).toBeNull();
    expect(screen.container.querySelector('annotation')?.textContent).toBe('x_{1}');
  });

  test('a box that scrolls can be reached with the keyboard', async () => {
    const wide = `|${'a long heading|'.repeat(60)}\n|${'-|'.repeat(60)}\n`;
    const { container } = await render(<Markdown text={`${wide}\n|a|b|\n|-|-|\n`} />);
    await expect.poll(() => container.querySelectorAll('table').length).toBe(2);
    const boxes = [...container.querySelectorAll<HTMLElement>('.markdown-table')];
    expect(boxes.map((box) => box.tabIndex)).toEqual([0, -1]);
  });

  test('a new text takes the place of the old one', async () => {
    const screen = await render(<Markdown text="one *two*" />);
    await expect.element(screen.getByText('two')).toBeVisible();
    await screen.rerender(<Markdown text="three" />);
    await expect.poll(() => screen.container.textContent.trim()).toBe('three');
  });

  test('a plain click on an internal link navigates, every other is the browser’s', async () => {
    const navigate = vi.fn<(path: string) => void>();
    const stopped: boolean[] = [];
    const onClick = (event: MouseEvent): void => {
      stopped.push(event.defaultPrevented);
      event.preventDefault();
    };
    document.addEventListener('click', onClick);
    const screen = await render(
      <TextLinksContext value={{ basePath: '/sub/', navigate }}>
        <Markdown text="[one **two**](/paper/x?a=b#c) and [out](https://host.org/)" />
      </TextLinksContext>,
    );
    const link = screen.getByRole('link', { name: 'one two' });
    await expect.element(link).toHaveAttribute('href', '/sub/paper/x?a=b#c');
    await screen.getByText('two').click();
    await link.click({ modifiers: ['Control'] });
    await screen.getByRole('link', { name: 'out' }).click();
    document.removeEventListener('click', onClick);
    expect(navigate.mock.calls).toEqual([['/paper/x?a=b#c']]);
    expect(stopped).toEqual([true, false, false]);
  });
});
