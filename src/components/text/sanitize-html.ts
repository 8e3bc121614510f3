import DOMPurify from 'dompurify';
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS } from './clean-tags.ts';

/**
 * HTML from anywhere as a fragment of the allowed elements and attributes; the gate that nothing
 * passes by. Elements that are not allowed leave their text. Scripts never run and nothing is
 * fetched: the parsing is done in a document without a window.
 */
export function sanitizeHtml(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: ALLOWED_ELEMENTS,
    ALLOWED_ATTR: ALLOWED_ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    // A scheme of the web, or none at all.
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|(?![a-z][a-z\d+.-]*:))/i,
    RETURN_DOM_FRAGMENT: true,
  });
}
