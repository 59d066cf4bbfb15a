import ipaddr from 'ipaddr.js'

/**
 * Blocks no public web server lives in: the IANA special-purpose registries, reachable or not, and multicast.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const NOT_PUBLIC_IPV4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private use
  '100.64.0.0/10', // carrier-grade NAT, and the metadata service of one cloud
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, and the metadata services of most clouds
  '172.16.0.0/12', // private use
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // multicast tunnels
  '192.88.99.0/24', // 6to4 relays, given up
  '192.168.0.0/16', // private use
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
].map((block) => ipaddr.IPv4.parseCIDR(block))

/** Within 2000::/3, which is all of IPv6 that is given out. @see https://www.iana.org/assignments/iana-ipv6-special-registry */
const NOT_PUBLIC_IPV6 = [
  '2001::/23', // protocol assignments: Teredo, ORCHID, benchmarks
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4, given up: its relays reach into any IPv4 network
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation
].map((block) => ipaddr.IPv6.parseCIDR(block))

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** IPv6 blocks whose last 32 bits are the IPv4 address that answers: that one is judged. */
const EMBEDS_IPV4 = [
  '::/96', // IPv4-compatible, and with it :: and ::1, which come out as 0.0.0.0 and 0.0.0.1
  '::ffff:0:0/96', // IPv4-mapped
  '64:ff9b::/96', // NAT64: on a network of IPv6 alone, every IPv4 site looks so
].map((block) => ipaddr.IPv6.parseCIDR(block))

/**
 * True if a server at this address can be a public web site.
 *
 * @param address as a resolver or a socket gives it. A zone id, an IPv4 address in any other spelling than four decimals,
 *   or anything else that is not plainly an address, is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return isPublicIpv4(ipaddr.IPv4.parse(address))
  if (address.includes('%') || !ipaddr.IPv6.isValid(address)) return false
  const parsed = ipaddr.IPv6.parse(address)
  if (EMBEDS_IPV4.some((block) => parsed.match(block))) {
    return isPublicIpv4(new ipaddr.IPv4(parsed.toByteArray().slice(12)))
  }
  return parsed.match(GLOBAL_UNICAST) && !NOT_PUBLIC_IPV6.some((block) => parsed.match(block))
}

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return !NOT_PUBLIC_IPV4.some((block) => address.match(block))
}
