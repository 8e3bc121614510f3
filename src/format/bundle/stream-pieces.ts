/**
 * The pieces of a stream, one after the other. Not every browser iterates streams itself (Safari did
 * not before 26). Leaving the loop early cancels the stream.
 */
export async function* streamPieces(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Nobody reads on; what cancelling an ended or broken stream says is of no use.
    await reader.cancel().catch(() => undefined);
  }
}
