import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { isPublicKey, type PublicKey } from '../../format/trust/public-key.ts';
import { InputError } from '../input-error.ts';

/** A private key that is there to be used. */
export interface SigningKey {
  readonly publicKey: PublicKey;
  /** Ed25519 signature (RFC 8032), checked once more before it is handed out. */
  sign(message: Uint8Array): Uint8Array<ArrayBuffer>;
}

/** A new Ed25519 key pair. The private half is PKCS #8 in PEM, as OpenSSL reads and writes it. */
export function makeKeyPair(): { readonly privatePem: string; readonly publicKey: PublicKey } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKey: exportPublicKey(publicKey),
  };
}

/**
 * Reads a private key file.
 * @param path where it lies, for the error.
 * @throws InputError when it is none, or of another kind.
 */
export function parseSigningKey(pem: string, path: string): SigningKey {
  const key = readKey(pem, path);
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new InputError(
      `--sign ${path} holds a key of type ${key.asymmetricKeyType}; an Ed25519 key as \`npm run keys\` makes it was expected.`,
    );
  }
  const publicKey = createPublicKey(key);
  return {
    publicKey: exportPublicKey(publicKey),
    sign(message) {
      const signature = new Uint8Array(sign(null, message, key));
      if (!verify(null, message, publicKey, signature)) {
        throw new Error('The signature that was just made does not fit its message.');
      }
      return signature;
    },
  };
}

function readKey(pem: string, path: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    const found = pem.includes('PUBLIC KEY') ? 'holds a public key' : 'is no key file';
    throw new InputError(
      `--sign ${path} ${found}; a private key as \`npm run keys\` makes it was expected.`,
      { cause },
    );
  }
}

function exportPublicKey(key: KeyObject): PublicKey {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined || !isPublicKey(x)) throw new Error('An Ed25519 public key was expected.');
  return x;
}
