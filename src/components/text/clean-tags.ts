/** Elements that a description may use as they are; `small` is for attributions. */
export const ALLOWED_ELEMENTS = (
  'p a em strong b i code pre del sub sup br hr span small ul ol li blockquote ' +
  'h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr th td caption'
).split(' ');

/** Attributes that may remain in a description. */
export const ALLOWED_ATTRIBUTES = ['href', 'start', 'align', 'colspan', 'rowspan'];

const ALLOWED = new Set(ALLOWED_ELEMENTS);
const KEPT = new Set(ALLOWED_ATTRIBUTES);
/** Elements whose tags go and whose content stays. Other names are not taken for HTML at all. */
const DROPPED = new Set(
  (
    'abbr article aside audio big canvas center cite details dd dfn div dl dt embed figcaption ' +
    'figure font footer form g header iframe ins kbd main mark nav nobr object path picture q ' +
    'samp section source style summary svg tt u var video'
  ).split(' '),
);
/** Among those, names that people also put in angle brackets: tags only with an attribute. */
const AMBIGUOUS = new Set(['object', 'source', 'path', 'summary', 'details', 'form', 'g']);

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['s', 'del'],
  ['strike', 'del'],
]);

const TAG = /<(\/?)([A-Za-z][A-Za-z\d-]*)((?:\s(?:"[^"<]*"|'[^'<]*'|[^"'<>])*)?)\/?>/y;
const ATTRIBUTE = /([A-Za-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

const escapeText = (text: string): string => text.replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Text for an attribute in double quotes. */
export const escapeAttribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const readAttributes = (source: string): ReadonlyMap<string, string> =>
  new Map(
    [...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? '',
    ]),
  );

/** Greyed spans are how the archive marks image credits and sources. */
const isAttribution = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.get('class') === 'description-source' ||
  /opacity|gr[ae]y/.test(attributes.get('style') ?? '');

/**
 * Rewrites the raw HTML of one description, piece by piece in order: allowed tags keep their name
 * and little else, images become links, layout tags go, and angle brackets that are no HTML become
 * text to see. It decides what is shown, not what is safe: the result must still be sanitised.
 */
export class TagCleaner {
  #openAnchors = 0;
  readonly #spans: string[] = [];

  /** True inside `<a>`, where no other link may stand. */
  get isInAnchor(): boolean {
    return this.#openAnchors > 0;
  }

  clean(html: string): string {
    let out = '';
    let from = 0;
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', from)) {
      out += html.slice(from, at);
      if (html.startsWith('<!--', at)) {
        const end = html.indexOf('-->', at);
        // Without an end everything that follows is in the comment.
        if (end < 0) return out;
        from = end + 3;
        continue;
      }
      TAG.lastIndex = at;
      const tag = TAG.exec(html);
      const source = tag?.[0] ?? '<';
      out += tag ? this.#tag(tag) : '&lt;';
      from = at + source.length;
    }
    return out + html.slice(from);
  }

  /** An image as a link to it, or as words where no link can be made. */
  image(href: string, alt: string): string {
    const label = escapeText(alt.trim() === '' ? 'Image' : `Image: ${alt.trim()}`);
    return this.isInAnchor || href === '' ? label : `<a href="${href}">${label}</a>`;
  }

  #tag([source, slash = '', rawName = '', rawAttributes = '']: RegExpExecArray): string {
    const lower = rawName.toLowerCase();
    const name = RENAMED.get(lower) ?? lower;
    const attributes = readAttributes(rawAttributes);
    if (name === 'img' && slash === '') {
      const src = (attributes.get('src') ?? '').replace(/"/g, '&quot;');
      return this.image(src, attributes.get('alt') ?? '');
    }
    if (ALLOWED.has(name)) return slash === '' ? this.#open(name, attributes) : this.#close(name);
    const isText = !DROPPED.has(name) || (AMBIGUOUS.has(name) && attributes.size === 0);
    return isText ? escapeText(source) : '';
  }

  #open(name: string, attributes: ReadonlyMap<string, string>): string {
    if (name === 'a') this.#openAnchors += 1;
    const shown = name === 'span' && isAttribution(attributes) ? 'small' : name;
    if (name === 'span') this.#spans.push(shown);
    let tag = `<${shown}`;
    for (const [key, value] of attributes) {
      if (KEPT.has(key)) tag += ` ${key}="${value.replace(/"/g, '&quot;')}"`;
    }
    return `${tag}>`;
  }

  #close(name: string): string {
    if (name === 'a' && this.#openAnchors > 0) this.#openAnchors -= 1;
    return `</${name === 'span' ? (this.#spans.pop() ?? 'span') : name}>`;
  }
}
