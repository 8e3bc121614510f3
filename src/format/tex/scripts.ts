const pairs = (from: string, to: string): ReadonlyMap<string, string> => {
  const values = [...to];
  return new Map([...from].map((character, at) => [character, values[at] ?? character]));
};

const SUPERSCRIPTS = pairs(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθϕχ*∗′∘',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ**′°',
);

const SUBSCRIPTS = pairs(
  '0123456789+-−=()aehijklmnoprstuvxβγρϕφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ',
);

const mapAll = (text: string, table: ReadonlyMap<string, string>): string | undefined => {
  let out = '';
  for (const character of text) {
    const mapped = table.get(character);
    if (mapped === undefined) return undefined;
    out += mapped;
  }
  return out;
};

/** Text in Unicode's raised characters, or undefined when one of them has no raised form. */
export const superscript = (text: string): string | undefined => mapAll(text, SUPERSCRIPTS);

/** Text in Unicode's lowered characters, or undefined when one of them has no lowered form. */
export const subscript = (text: string): string | undefined => mapAll(text, SUBSCRIPTS);
