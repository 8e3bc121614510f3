/**
 * Hard limits of the format (docs/format.md, "Limits"). A reader refuses what goes beyond them, so
 * that a hostile or broken host cannot make it allocate without bound; the builder never writes it.
 */

/** Bytes of the root manifest. */
export const MAX_MANIFEST_BYTES = 256 * 1024;

/** Compressed bytes of one block. */
export const MAX_BLOCK_BYTES = 1024 * 1024;

/** Unpacked bytes of one block. */
export const MAX_BLOCK_RAW_BYTES = 8 * 1024 * 1024;

/** Bytes of one file of several blocks. */
export const MAX_VOLUME_BYTES = 2 * 1024 * 1024;

/** Compressed bytes of one section index. */
export const MAX_INDEX_BYTES = 4 * 1024 * 1024;

/** Unpacked bytes of one section index. */
export const MAX_INDEX_RAW_BYTES = 16 * 1024 * 1024;

/** Compressed bytes of the dictionary of a section. */
export const MAX_DICTIONARY_BYTES = 256 * 1024;

/** Unpacked bytes of the dictionary of a section. */
export const MAX_DICTIONARY_RAW_BYTES = 1024 * 1024;

/** Blocks of one section. */
export const MAX_SECTION_BLOCKS = 65_536;

/** Characters of a key; keys are printable ASCII without blanks. */
export const MAX_KEY_LENGTH = 200;

/** Characters (UTF-16 units) of one long text: an abstract or a description. */
export const MAX_TEXT_LENGTH = 60_000;

/** Characters (UTF-16 units) of a name, a title, a value or an address. */
export const MAX_NAME_LENGTH = 2_000;

/** Characters (UTF-16 units) of the name of whoever signed a snapshot. */
export const MAX_SIGNER_LENGTH = 200;
