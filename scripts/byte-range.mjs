/**
 * What the header `Range` of a request asks for (RFC 9110, 14.1.2): one range of bytes, closed, open
 * (`bytes=100-`) or of the last ones (`bytes=-100`).
 * @param {string | undefined} header
 * @param {number} size bytes of the whole
 * @returns {{ start: number, end: number } | 'unsatisfiable' | null} `end` is the first byte behind it;
 *   null: all is to be sent, since nothing was asked for, or several ranges, or something else.
 */
export function parseRange(header, size) {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const bytes = Math.min(Number(last), size);
    return bytes === 0 ? 'unsatisfiable' : { start: size - bytes, end: size };
  }
  const start = Number(first);
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}

/**
 * Status, headers and bytes of the answer to such a request for some bytes.
 * @template {Uint8Array} B
 * @param {string | undefined} header
 * @param {B} body
 * @returns {{ status: 200 | 206 | 416, headers: Record<string, string>, body: B }}
 */
export function answerRange(header, body) {
  const size = body.byteLength;
  const range = parseRange(header, size);
  if (range === null) return { status: 200, headers: { 'accept-ranges': 'bytes' }, body };
  const isNone = range === 'unsatisfiable';
  const { start, end } = isNone ? { start: 0, end: 0 } : range;
  return {
    status: isNone ? 416 : 206,
    headers: { 'content-range': `bytes ${isNone ? '*' : `${start}-${end - 1}`}/${size}` },
    body: /** @type {B} */ (body.subarray(start, end)),
  };
}
