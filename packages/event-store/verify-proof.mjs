// Checks a proof file of a Dateline log, offline, with nothing but Node (18 or newer): node verify-proof.mjs FILE [KEY] [options]
//
//   KEY, --key BASE64 the log's public key, from a source you trust; without it the key in the file is believed
//   --older FILE      a checkpoint of the same log that you kept: the newer one must continue it
//
// What is checked, and how, so that you can do it in any other language:
//
// 1. The checkpoint is signed. It is a signed note (c2sp.org/signed-note, c2sp.org/tlog-checkpoint): lines of origin, number of
//    events, root in base64, and time; an empty line; "— origin signature". The signature in base64 is 4 bytes of key id and an
//    Ed25519 signature (RFC 8032) over the lines with their newlines.
// 2. Each event is the one that was recorded:
//      body hash    = sha256(salt ‖ body), where the body was not withdrawn
//      content hash = sha256 of the lines "dateline-event/1", stream, type, schema version, event id, time of occurrence or
//                     nothing, cause or nothing, body hash in hex, each ended by a newline
//      leaf         = sha256(0x00 ‖ position ‖ version ‖ time of recording ‖ content hash), numbers big-endian in 8, 4 and 8
//                     bytes, the time in milliseconds since 1970
// 3. Each leaf is in the tree: RFC 6962 section 2.1, checked as RFC 9162 section 2.1.3.2 says, with index = position - 1.
// 4. The tree continues the older one, if one is given: RFC 9162 section 2.1.4.2.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const node = (left, right) => sha256(Buffer.of(1), left, right)
const hex = (text) => Buffer.from(text, 'hex')

/** @throws {Error} saying what does not hold. @returns what was shown. */
export function verifyProof(proof, trustedKey, olderNote) {
  if (proof.format !== 'dateline-proof/1') throw new Error('this is not a proof file of a known format')
  const key = Buffer.from(trustedKey ?? proof.publicKey, 'base64')
  const head = readCheckpoint(proof.treeHead, proof.origin, key)
  for (const event of proof.events) checkEvent(event, head)
  if (olderNote !== undefined) checkOlder(readCheckpoint(olderNote, proof.origin, key), head, proof.consistency)
  return { head, events: proof.events.length, withdrawn: proof.events.filter(({ body }) => body === null).length }
}

function readCheckpoint(note, origin, key) {
  const end = note.indexOf('\n\n')
  const text = note.slice(0, end + 1)
  const [name, size, root, signedAt] = text.split('\n')
  if (name !== origin) throw new Error(`the checkpoint is of ${name}, not of ${origin}`)
  const spki = Buffer.concat([hex('302a300506032b6570032100'), key])
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const isSigned = note
    .slice(end + 2)
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([dash, signer, signature]) => dash === '—' && signer === origin && signature !== undefined)
    .some(([, , signature]) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64').subarray(4)))
  if (!isSigned) throw new Error('the checkpoint is not signed by this key')
  return { size: Number(size), root: Buffer.from(root, 'base64'), signedAt }
}

function checkEvent(event, head) {
  const name = `event ${event.position}`
  if (event.body !== null && !sha256(hex(event.salt), event.body).equals(hex(event.bodySha256))) {
    throw new Error(`${name}: the body is not the one that was recorded`)
  }
  const lines = ['dateline-event/1', event.stream, event.type, event.schemaVersion, event.eventId]
  lines.push(event.occurredAt ?? '', event.cause ?? '', event.bodySha256)
  const numbers = Buffer.alloc(20)
  numbers.writeBigInt64BE(BigInt(event.position), 0)
  numbers.writeInt32BE(event.version, 8)
  numbers.writeBigInt64BE(BigInt(Date.parse(event.recordedAt)), 12)
  const leaf = sha256(Buffer.of(0), numbers, sha256(lines.map((line) => `${line}\n`).join('')))

  let [place, last] = [BigInt(event.position) - 1n, BigInt(head.size) - 1n]
  if (place < 0n || place > last) throw new Error(`${name} is not among the ${head.size} of the checkpoint`)
  let root = leaf
  for (const sibling of event.path.map(hex)) {
    if (last === 0n) throw new Error(`${name}: the path is too long`)
    if (place & 1n || place === last) {
      root = node(sibling, root)
      while (!(place & 1n) && place !== 0n) [place, last] = [place >> 1n, last >> 1n]
    } else root = node(root, sibling)
    ;[place, last] = [place >> 1n, last >> 1n]
  }
  if (last !== 0n || !root.equals(head.root))
    throw new Error(`${name} is not in the tree of the checkpoint as it is shown here`)
}

function checkOlder(older, head, consistency) {
  const refuse = (why) => new Error(`the newer checkpoint does not continue the older one: ${why}`)
  if (older.size > head.size) throw refuse('it has fewer events')
  if (older.size === head.size) {
    if (!older.root.equals(head.root)) throw refuse('both have as many events, and different roots')
    return
  }
  if (consistency?.olderSize !== older.size) throw refuse(`the file has no proof from ${older.size} events on`)
  let [place, last] = [BigInt(older.size) - 1n, BigInt(head.size) - 1n]
  const isPowerOfTwo = (BigInt(older.size) & place) === 0n
  const path = [...(isPowerOfTwo ? [older.root] : []), ...consistency.path.map(hex)]
  while (place & 1n) [place, last] = [place >> 1n, last >> 1n]
  let [left, right] = [path[0], path[0]]
  for (const sibling of path.slice(1)) {
    if (last === 0n) throw refuse('the path is too long')
    if (place & 1n || place === last) {
      left = node(sibling, left)
      right = node(sibling, right)
      while (!(place & 1n) && place !== 0n) [place, last] = [place >> 1n, last >> 1n]
    } else right = node(right, sibling)
    ;[place, last] = [place >> 1n, last >> 1n]
  }
  const isShown = path.length > 0 && last === 0n && left.equals(older.root) && right.equals(head.root)
  if (!isShown) throw refuse('events before it were changed')
}

function main([file, ...options]) {
  const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined)
  if (file === undefined) throw new Error('usage: node verify-proof.mjs FILE [KEY] [--older CHECKPOINT-FILE]')
  const proof = JSON.parse(readFileSync(file, 'utf8'))
  const older = option('--older')
  const key = option('--key') ?? (options[0]?.startsWith('--') ? undefined : options[0])
  const shown = verifyProof(proof, key, older && readFileSync(older, 'utf8'))
  const trust = key === undefined ? ' (with the key in the file: name the key you trust to be sure)' : ''
  process.stdout.write(
    `Holds: ${shown.events} events, ${shown.withdrawn} of them withdrawn, are in the log of ${proof.origin} as it stood at ` +
      `${shown.head.signedAt} with ${shown.head.size} events${trust}.\n`,
  )
}

if (process.argv[1] !== undefined && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`Does not hold: ${error.message}\n`)
    process.exitCode = 1
  }
}
