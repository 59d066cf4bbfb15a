import type { Socket } from 'node:net'
import zlib from 'node:zlib'

/** What a fetch of a path must end as: "document", "gone", or its reason. */
export type HostileAnswer = {
  readonly path: string
  readonly expected: string
  readonly answer: (socket: Socket) => void
}

const PAGE = `<!doctype html><title>Page</title><p>${'A sentence of a page. '.repeat(50)}`
const MIB = 1024 * 1024

const head = (status: string, headers: readonly string[] = []) =>
  `HTTP/1.1 ${status}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`
const whole =
  (body: string | Buffer, headers: readonly string[] = ['Content-Type: text/html'], status = '200 OK') =>
  (socket: Socket) => {
    const bytes = Buffer.from(body)
    socket.write(head(status, [...headers, `Content-Length: ${bytes.length}`]))
    socket.write(bytes)
  }
const raw = (bytes: string | Buffer) => (socket: Socket) => void socket.write(bytes)
const rawEnd = (bytes: string | Buffer) => (socket: Socket) => void socket.end(bytes)
const coded = (coding: string, body: Buffer) => whole(body, ['Content-Type: text/html', `Content-Encoding: ${coding}`])
const to = (location: string, status = '302 Found') => whole('', [`Location: ${location}`], status)

/** Writes a piece again and again: as fast as it is taken, or every so often. */
const endlessly = (first: string, piece: string | Buffer, everyMs?: number) => (socket: Socket) => {
  socket.write(first)
  if (everyMs !== undefined) {
    const timer = setInterval(() => socket.write(piece), everyMs)
    socket.on('close', () => clearInterval(timer))
    return
  }
  const pour = () => {
    while (!socket.destroyed && socket.write(piece));
  }
  socket.on('drain', pour)
  pour()
}

const zeros = Buffer.alloc(64 * MIB)
const windowed = zlib.zstdCompressSync(Buffer.alloc(16 * MIB, 'x'), {
  params: { [zlib.constants.ZSTD_c_windowLog]: 27, [zlib.constants.ZSTD_c_contentSizeFlag]: 0 },
})
/** A gzip stream of empty stored blocks: it never ends and never gives a byte. */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
const emptyBlocks = Buffer.from([0, 0, 0, 0xff, 0xff].flatMap((byte) => [byte]))

/** @param trapPort of a server on loopback that nothing may ever connect to. */
export function hostileAnswers(trapPort: number): HostileAnswer[] {
  const rows: [path: string, expected: string, answer: (socket: Socket) => void][] = [
    // Fair, if odd.
    ['/page', 'document', whole(PAGE)],
    ['/empty', 'document', whole('')],
    ['/no-type', 'document', whole(PAGE, [])],
    ['/http-1.0', 'document', rawEnd(`HTTP/1.0 200 OK\r\n\r\n${PAGE}`)],
    ['/no-length', 'document', rawEnd(`${head('200 OK', ['Connection: close'])}${PAGE}`)],
    ['/no-phrase', 'document', whole(PAGE, [], '200')],
    [
      '/early-hints',
      'document',
      (socket) => {
        socket.write(head('103 Early Hints', ['Link: </a.css>']))
        whole(PAGE)(socket)
      },
    ],
    ['/cut-gzip', 'document', coded('gzip', zlib.gzipSync(PAGE).subarray(0, -6))],
    ['/odd-status', 'http-client-error', whole(PAGE, [], '499 Client Closed')],
    // Not HTTP, or not quite.
    ['/nothing-but-html', 'response-malformed', rawEnd(PAGE)],
    ['/ssh', 'response-malformed', raw('SSH-2.0-OpenSSH_9.2p1\r\n')],
    ['/noise', 'response-malformed', raw(Buffer.from(Array.from({ length: 2_000 }, (_, n) => (n * 7919) % 256)))],
    ['/status-0', 'response-malformed', raw(head('000 None'))],
    ['/status-9999', 'response-malformed', raw(head('9999 Over'))],
    ['/no-colon', 'response-malformed', raw(head('200 OK', ['this is no header']))],
    ['/zero-in-header', 'response-malformed', raw(head('200 OK', ['X-Zero: a\0b']))],
    ['/two-lengths', 'response-malformed', raw(`${head('200 OK', ['Content-Length: 4', 'Content-Length: 5'])}abcde`)],
    ['/negative-length', 'response-malformed', raw(head('200 OK', ['Content-Length: -1']))],
    ['/length-in-words', 'response-malformed', raw(head('200 OK', ['Content-Length: many']))],
    [
      '/length-and-chunks',
      'response-malformed',
      raw(`${head('200 OK', ['Content-Length: 4', 'Transfer-Encoding: chunked'])}0\r\n\r\n`),
    ],
    ['/chunk-in-words', 'response-malformed', raw(`${head('200 OK', ['Transfer-Encoding: chunked'])}zz\r\n`)],
    [
      '/chunk-over-all',
      'response-malformed',
      raw(`${head('200 OK', ['Transfer-Encoding: chunked'])}ffffffffffffffffff\r\n`),
    ],
    [
      '/switching-protocols',
      'response-malformed',
      raw(head('101 Switching Protocols', ['Upgrade: websocket', 'Connection: upgrade'])),
    ],
    // Lies about length, and silence.
    ['/length-too-long', 'connection-closed', rawEnd(`${head('200 OK', ['Content-Length: 99'])}short`)],
    [
      '/chunks-without-end',
      'connection-closed',
      rawEnd(`${head('200 OK', ['Transfer-Encoding: chunked'])}5\r\nshort\r\n`),
    ],
    ['/closed', 'connection-closed', (socket) => void socket.end()],
    ['/reset', 'connection-closed', (socket) => void socket.resetAndDestroy()],
    ['/silent', 'headers-timeout', () => {}],
    ['/half-a-head', 'headers-timeout', raw('HTTP/1.1 200 OK\r\nContent-')],
    ['/half-a-body', 'idle-timeout', raw(`${head('200 OK', ['Content-Length: 99'])}half`)],
    ['/body-drips', 'total-timeout', endlessly(head('200 OK'), '.', 40)],
    ['/chunks-drip', 'total-timeout', endlessly(head('200 OK', ['Transfer-Encoding: chunked']), '1\r\n.\r\n', 40)],
    ['/head-drips', 'headers-timeout', endlessly('HTTP/1.1 200 OK\r\n', 'X: y\r\n', 40)],
    ['/hints-drip', 'total-timeout', endlessly('', head('103 Early Hints'), 40)],
    ['/continues-drip', 'response-malformed', endlessly('', head('100 Continue'), 40)],
    // Too much.
    ['/endless-body', 'body-too-large', endlessly(head('200 OK'), Buffer.alloc(65_536, 'x'))],
    [
      '/endless-chunks',
      'body-too-large',
      endlessly(head('200 OK', ['Transfer-Encoding: chunked']), `10000\r\n${'x'.repeat(65_536)}\r\n`),
    ],
    ['/endless-head', 'headers-too-large', endlessly('HTTP/1.1 200 OK\r\n', `X: ${'x'.repeat(1_000)}\r\n`)],
    ['/one-endless-header', 'headers-too-large', endlessly('HTTP/1.1 200 OK\r\nX: ', 'x'.repeat(1_000))],
    ['/announced', 'body-too-large', raw(head('200 OK', ['Content-Length: 999999999999']))],
    ['/gzip-bomb', 'body-too-large', coded('gzip', zlib.gzipSync(zeros))],
    ['/gzip-in-gzip', 'body-ratio', coded('gzip, gzip', zlib.gzipSync(zlib.gzipSync(zeros)))],
    [
      '/br-bomb',
      'body-ratio',
      coded('br', zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } })),
    ],
    ['/zstd-bomb', 'body-ratio', coded('zstd', zlib.zstdCompressSync(zeros))],
    ['/zstd-window', 'body-encoding', coded('zstd', windowed)],
    [
      '/gzip-of-nothing',
      'body-too-large',
      endlessly(
        `${head('200 OK', ['Content-Encoding: gzip'])}${gzipHeader.toString('latin1')}`,
        Buffer.concat(Array.from({ length: 10_000 }, () => emptyBlocks)),
      ),
    ],
    ['/not-gzip', 'body-encoding', coded('gzip', Buffer.from(PAGE))],
    ['/broken-gzip', 'body-encoding', coded('gzip', Buffer.from(zlib.gzipSync(PAGE)).fill(0xff, 20, 40))],
    ['/unknown-coding', 'body-encoding', coded('compress-ish', Buffer.from(PAGE))],
    ['/twelve-codings', 'body-encoding', coded(Array.from({ length: 12 }, () => 'gzip').join(), Buffer.from(PAGE))],
    ['/video', 'content-type', endlessly(head('200 OK', ['Content-Type: video/mp4']), Buffer.alloc(65_536))],
    ['/pdf', 'content-type', whole('%PDF-1.7', ['Content-Type: application/pdf'])],
    // Elsewhere.
    ['/to-loopback', 'address-not-public', to(`http://127.0.0.1:${trapPort}/`)],
    ['/to-decimal', 'address-not-public', to(`http://2130706433:${trapPort}/`)],
    ['/to-octal', 'address-not-public', to(`http://0177.0.0.1:${trapPort}/`)],
    ['/to-mapped', 'address-not-public', to(`http://[::ffff:127.0.0.1]:${trapPort}/`)],
    ['/to-zero', 'address-not-public', to(`http://0.0.0.0:${trapPort}/`)],
    ['/to-metadata', 'address-not-public', to('http://169.254.169.254/latest/meta-data/')],
    ['/to-localhost', 'host-not-public', to(`http://localhost:${trapPort}/`)],
    ['/to-credentials', 'address-not-public', to(`http://news.example.com@127.0.0.1:${trapPort}/`)],
    ['/to-backslash', 'address-not-public', to(`http://127.0.0.1:${trapPort}\\@news.example.com/`)],
    ['/to-a-private-name', 'address-not-public', to('http://inside.news.com/')],
    ['/to-mail-port', 'url-port', to('http://news.example.com:25/')],
    ['/to-file', 'url-scheme', to('file:///etc/passwd')],
    ['/to-gopher', 'url-scheme', to(`gopher://127.0.0.1:${trapPort}/_x`)],
    ['/to-data', 'url-scheme', to('data:text/html,hello')],
    ['/to-nowhere', 'redirect-invalid', to('http://[')],
    ['/to-nothing', 'redirect-invalid', whole('', [], '302 Found')],
    ['/to-far', 'url-invalid', to(`/${'x'.repeat(9_000)}`)],
    ['/to-itself', 'redirects-too-many', to('/to-itself')],
    ['/to-and-fro', 'redirects-too-many', to('/fro-and-to')],
    ['/fro-and-to', 'redirects-too-many', to('/to-and-fro', '301 Moved Permanently')],
    ['/to-page', 'document', to('/page#top', '308 Permanent Redirect')],
    [
      '/to-page-with-cookies',
      'document',
      whole(
        '',
        ['Location: /page', ...Array.from({ length: 300 }, (_, n) => `Set-Cookie: c${n}=${'v'.repeat(50)}`)],
        '303 See Other',
      ),
    ],
    ['/to-disallowed', 'robots-disallowed', to('http://closed.example/page')],
    ['/missing', 'gone', whole('', [], '410 Gone')],
    ['/login', 'http-unauthorized', whole('', ['WWW-Authenticate: Basic'], '401 Unauthorized')],
    ['/failing', 'http-server-error', whole('', [], '500 Oops')],
    ['/not-modified', 'http-unexpected', raw(head('304 Not Modified'))],
  ]
  return rows.map(([path, expected, answer]) => ({ path, expected, answer }))
}

/** robots.txt files that a host may have against us; the word is what a fetch of /page there must end as. */
export const hostileRobots: Record<string, { expected: string; answer: (socket: Socket) => void }> = {
  'failing.example': { expected: 'robots-unreachable', answer: whole('', [], '503 Service Unavailable') },
  'silent.example': { expected: 'robots-unreachable', answer: () => {} },
  'inside.example': { expected: 'robots-unreachable', answer: to('http://127.0.0.1/robots.txt') },
  'closed.example': {
    expected: 'robots-disallowed',
    answer: whole('user-agent: *\ndisallow: /', ['Content-Type: text/plain']),
  },
  'bomb.example': { expected: 'robots-unreachable', answer: coded('gzip', zlib.gzipSync(zeros)) },
  'endless.example': {
    expected: 'robots-disallowed',
    answer: endlessly(`${head('200 OK')}user-agent: *\ndisallow: /page\n`, '#'.repeat(65_536)),
  },
  'trap.example': {
    // Each pattern makes a naive matcher try all ways to divide the path.
    expected: 'document',
    answer: whole(`user-agent: *\n${`disallow: /${'*a'.repeat(40)}*b$\n`.repeat(2_000)}`),
  },
}
