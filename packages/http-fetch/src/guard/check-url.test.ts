import { describe, expect, test } from 'vitest'
import { type AddressPolicy, PUBLIC_ONLY } from './address-policy.ts'
import { checkUrl, URL_CHARS_MAX } from './check-url.ts'
import { parseHostOverrides } from './parse-host-overrides.ts'

const SAMPLE: AddressPolicy = {
  ...PUBLIC_ONLY,
  privateHostsAllowed: new Set(['localhost:3000', '[::1]:3000']),
  hostOverrides: parseHostOverrides(['herald.example=127.0.0.1:8081', 'wire.example=[::1]:8082']),
}

describe('checkUrl', () => {
  test.for([
    ['https://www.example.com/news?id=1', 'allowed'],
    ['http://example.com:8080/feed', 'allowed'],
    ['http://8.8.8.8/', 'allowed'],
    ['https://[2606:4700:4700::1111]/', 'allowed'],
    ['https://example.com./', 'allowed'],
    ['ftp://example.com/x', 'url-scheme'],
    ['file:///etc/passwd', 'url-scheme'],
    ['javascript:alert(1)', 'url-scheme'],
    ['//example.com/x', 'url-invalid'],
    ['http://4294967297/', 'url-invalid'],
    [`https://example.com/${'a'.repeat(URL_CHARS_MAX)}`, 'url-invalid'],
    ['https://example.com:25/', 'url-port'],
    ['http://localhost/', 'host-not-public'],
    ['http://LOCALHOST./', 'host-not-public'],
    ['http://news.localhost/', 'host-not-public'],
    ['http://redis/', 'host-not-public'],
    ['http://metadata.google.internal/', 'host-not-public'],
    ['http://printer.local/', 'host-not-public'],
    ['http://127.0.0.1/', 'address-not-public'],
    ['http://2130706433/', 'address-not-public'],
    ['http://0x7f.1/', 'address-not-public'],
    ['http://0177.0.0.1/', 'address-not-public'],
    ['http://①②⑦.⓪.⓪.①/', 'address-not-public'],
    ['http://127。0。0。1/', 'address-not-public'],
    ['http://%31%30%2e%30%2e%30%2e%31/', 'address-not-public'],
    ['http://8.8.8.8@127.0.0.1/', 'address-not-public'],
    ['http://127.0.0.1\\@8.8.8.8/', 'address-not-public'],
    ['http://[::ffff:7f00:1]/', 'address-not-public'],
    ['http://[::1]:3000/', 'address-not-public'],
  ] as const)('%s is %s', ([url, expected]) => {
    const checked = checkUrl(PUBLIC_ONLY, url)
    expect('reason' in checked ? checked.reason : 'allowed').toBe(expected)
  })

  test.for([
    ['http://localhost:3000/', 'allowed'],
    ['http://[::1]:3000/', 'allowed'],
    ['http://localhost:3001/', 'host-not-public'],
    ['http://localhost/', 'host-not-public'],
    ['http://herald.example/a', 'allowed'],
    ['https://HERALD.example/a', 'allowed'],
    ['http://other.example/a', 'host-not-public'],
  ] as const)('what an operator has named: %s is %s', ([url, expected]) => {
    const checked = checkUrl(SAMPLE, url)
    expect('reason' in checked ? checked.reason : 'allowed').toBe(expected)
  })

  test('drops credentials and fragment', () => {
    const checked = checkUrl(PUBLIC_ONLY, 'https://user:secret@example.com/a#top')
    expect('url' in checked && checked.url.href).toBe('https://example.com/a')
  })
})

describe('parseHostOverrides', () => {
  test('reads IPv4 and IPv6', () => {
    expect([...SAMPLE.hostOverrides]).toEqual([
      ['herald.example', { address: '127.0.0.1', port: 8081 }],
      ['wire.example', { address: '::1', port: 8082 }],
    ])
  })

  test.for(['herald.example', 'herald.example=localhost:80', '=127.0.0.1:80', 'a=127.0.0.1:0', 'a=127.0.0.1:99999'])(
    'refuses %s',
    (entry) => {
      expect(() => parseHostOverrides([entry])).toThrow(`Host override "${entry}"`)
    },
  )
})
