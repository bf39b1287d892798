import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

type Family = 'ipv4' | 'ipv6'

function listOf(subnets: readonly string[]): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [net = '', bits = ''] = subnet.split('/')
    list.addSubnet(net, Number(bits), familyOf(net))
  }
  return list
}
const familyOf = (address: string): Family => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** The shop's own network and this computer (RFC 1918, RFC 6598, RFC 4193, loopback). */
const OWN = listOf(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8', '::1/128', 'fc00::/7'])
/** Nobody's ERP: this host and this network, link-local (where clouds hand out credentials), documentation, benchmarks, multicast, reserved; and IPv6 forms that carry an IPv4 address within. */
const NEVER = listOf([
  '0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
  '::/128', 'fe80::/10', 'ff00::/8', '100::/64', '2001:db8::/32', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/32',
])

/** May a webhook go to this address? Loopback and private ones only where a person said that it is their own network. */
export function addressAllowed(address: string, ownNetwork: boolean): boolean {
  const plain = address.replace(/^\[|\]$/g, '')
  if (isIP(plain) === 0) return false
  const family = familyOf(plain)
  return !NEVER.check(plain, family) && (ownNetwork || !OWN.check(plain, family))
}

/** What an address that must not be called fails with. */
export const FORBIDDEN = 'EFORBIDDEN_ADDRESS'
const forbidden = (): NodeJS.ErrnoException => Object.assign(new Error('this address must not be called'), { code: FORBIDDEN })

/** Looks names up for one connection and answers only with addresses that may be called: what was checked is what is connected to. */
export const guardedLookup = (ownNetwork: boolean): LookupFunction => (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) return done(error, '')
    const allowed = found.filter(({ address }) => addressAllowed(address, ownNetwork))
    const [first] = allowed
    if (first === undefined) return done(forbidden(), '')
    if (options.all) return done(null, allowed)
    return done(null, first.address, first.family)
  })
}

/** Why this URL cannot be one of a webhook; null: it can, as far as it tells. Names are looked at again when it connects. */
export function urlTrouble(text: string, ownNetwork: boolean): 'url' | 'https' | 'own-network' | null {
  if (!URL.canParse(text)) return 'url'
  const { protocol, username, password, hostname, hash } = new URL(text)
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '' || hash !== '') return 'url'
  if (protocol === 'http:' && !ownNetwork) return 'https'
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  return isAddress && !addressAllowed(hostname, ownNetwork) ? 'own-network' : null
}
