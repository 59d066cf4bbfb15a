import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { InvalidEventError } from './log-errors.ts'

/** What was signed: so many events, this root, at this time. */
export type TreeHead = { readonly size: number; readonly root: Buffer; readonly signedAt: string }

/** Signs tree heads in the name of one log. */
export type Signer = {
  /** Names the log and its key wherever they are published, e.g. "dateline.example/log". */
  readonly origin: string
  /** The 32 bytes of the Ed25519 key. */
  readonly publicKey: Buffer
  sign(head: TreeHead): string
}

/** Type of signature in a signed note: Ed25519. */
const ALGORITHM = 0x01
/** An Ed25519 key in SPKI is these bytes and the key. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const ORIGIN = /^[^\s+]{1,100}$/
const NOTE_CHARS_MAX = 2_000

/**
 * Signs in the form of a checkpoint of C2SP, as transparency logs publish them: origin, size and root in lines, here with the
 * time as an extension line, an empty line, and the signature.
 *
 * @param privateKeyPem Ed25519, PKCS 8.
 * @see https://c2sp.org/tlog-checkpoint and https://c2sp.org/signed-note
 */
export function createSigner(origin: string, privateKeyPem: string): Signer {
  if (!ORIGIN.test(origin))
    throw new InvalidEventError(`Name of the log "${origin}"`, 'it has no spaces and no plus signs')
  const privateKey = createPrivateKey(privateKeyPem)
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new InvalidEventError('Signing key', `it is ${privateKey.asymmetricKeyType}, not ed25519`)
  }
  const publicKey = rawPublicKey(createPublicKey(privateKey))
  return {
    origin,
    publicKey,
    sign(head) {
      const text = textOf(origin, head)
      const signature = Buffer.concat([keyId(origin, publicKey), sign(null, Buffer.from(text), privateKey)])
      return noteOf(origin, text, signature)
    },
  }
}

function textOf(origin: string, { size, root, signedAt }: TreeHead): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n${signedAt}\n`
}

function noteOf(origin: string, text: string, signature: Buffer): string {
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`
}

/** Whether the note is to the letter what was made of this head: a reader is lenient about what stands around the signature. */
export function isNoteOf(note: string, origin: string, head: TreeHead): boolean {
  const signature = Buffer.from(splitNote(note)[1][0]?.split(' ')[2] ?? '', 'base64')
  return note === noteOf(origin, textOf(origin, head), signature)
}

/** @returns what the note says, or null if it is not a checkpoint that this key has signed. */
export function readSignedHead(note: string, origin: string, publicKey: Buffer): TreeHead | null {
  if (note.length > NOTE_CHARS_MAX) return null
  const [text, signatures] = splitNote(note)
  const [name, size, root, signedAt] = text.split('\n')
  if (name !== origin || size === undefined || root === undefined || signedAt === undefined) return null
  if (!/^[1-9]\d{0,15}$/.test(size)) return null
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
  const isSigned = signatures.some((line) => {
    const [dash, signer, encoded] = line.split(' ')
    if (dash !== '—' || signer !== origin || encoded === undefined) return false
    const bytes = Buffer.from(encoded, 'base64')
    return (
      bytes.subarray(0, 4).equals(keyId(origin, publicKey)) && verify(null, Buffer.from(text), key, bytes.subarray(4))
    )
  })
  return isSigned ? { size: Number(size), root: Buffer.from(root, 'base64'), signedAt } : null
}

function splitNote(note: string): [text: string, signatures: string[]] {
  const end = note.indexOf('\n\n')
  return end === -1 ? ['', []] : [note.slice(0, end + 1), note.slice(end + 2).split('\n')]
}

/** First bytes of a hash over the name and the key, so that a reader with many keys knows which to try. */
function keyId(origin: string, publicKey: Buffer): Buffer {
  const named = createHash('sha256').update(`${origin}\n`).update(Buffer.of(ALGORITHM)).update(publicKey)
  return named.digest().subarray(0, 4)
}

function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length)
}

/** A new Ed25519 key as PKCS 8 in PEM: keep it secret and keep it, for all heads of a log are signed by one. */
export function generateSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}

/** For a log on one machine: the key in `file`, made on first use and readable by its owner alone. */
export function readOrCreateSigningKey(file: string): string {
  if (!existsSync(file)) writeFileSync(file, generateSigningKey(), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8')
}
