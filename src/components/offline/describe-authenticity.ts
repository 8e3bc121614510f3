import type { Authenticity } from '../../format/trust/judge-manifest.ts';

/** Who vouches for an archive, in a word and a sentence. */
export function describeAuthenticity(authenticity: Authenticity): {
  readonly isVerified: boolean;
  readonly title: string;
  readonly detail: string;
} {
  switch (authenticity.kind) {
    case 'verified':
      return {
        isVerified: true,
        title: authenticity.signed.by,
        detail: 'The signature was checked with a key that this app was built with.',
      };
    case 'unchecked':
      return {
        isVerified: false,
        title: `${authenticity.signed.by}, not checked`,
        detail:
          'This app was built without keys, so it cannot tell whether the signature is right.',
      };
    case 'unsigned':
      return {
        isVerified: false,
        title: 'Nobody',
        detail: 'It carries no signature: you rely on the site that it comes from.',
      };
  }
}
