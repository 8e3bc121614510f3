/**
 * What Windows-1252 has where ISO-8859-1 has C1 controls. Texts read with the wrong one of the two
 * carry controls for quotation marks and dashes (WHATWG Encoding, index windows-1252). Places
 * without a character are blank here and removed.
 */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/* oxlint-disable no-control-regex -- controls are what these expressions look for */
const C1_CONTROLS = /[\u0080-\u009f]/g;
const BREAKS = /[\t\n\v\f\r\u2028\u2029]+/g;
/** Controls, soft hyphen, zero-width and direction marks, fillers, noncharacters, byte-order mark. */
const JUNK =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]+/g;
/* oxlint-enable no-control-regex */
/**
 * Texts of these alone are sound already: ASCII, Latin letters without combining marks, Greek letters,
 * dashes and quotation marks. Each is NFC, and none combines with a neighbour. Most texts are such.
 */
const SOUND =
  /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03a1\u03a3-\u03c9\u2010-\u2027\u2030-\u2055]*$/;
const JOINERS = /[\u200c\u200d]+/g;

const isPlain = (character: string | undefined): boolean =>
  character === undefined || character <= '\u00ff' || /\s/.test(character);

/**
 * Replaces what no text should hold: lone surrogates become U+FFFD, Windows-1252 punctuation read
 * as controls becomes itself, other controls, zero-width and direction marks go. Line breaks of
 * every kind become `\n`, a run of them and tabs one break for each. Joiners stay between letters
 * of scripts that need them and in emoji. The result is in NFC.
 */
export function repairCharacters(text: string): string {
  if (SOUND.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(C1_CONTROLS, (control) => (WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? '').trim())
    .replace(/\r\n?/g, '\n')
    .replace(BREAKS, (run) => run.replace(/\t/g, ' ').replace(/[^\n ]/g, '\n'))
    .replace(JUNK, '')
    .replace(JOINERS, (run: string, at: number, whole: string) =>
      isPlain(whole[at - 1]) || isPlain(whole[at + run.length]) ? '' : run,
    )
    .normalize('NFC');
}
