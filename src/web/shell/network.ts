import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network a request came from: an IPv4 address, or the /64 of an IPv6 address, since one household or office has a whole such network.
 * Only the last `proxies` entries of X-Forwarded-For were written by proxies of our own; what stands before them anybody can make up.
 * @returns `unknown` where there is no connection to ask
 */
export function networkOf(remote: string | undefined, forwardedFor: string | undefined, proxies = 0): string {
  const hops = [...(forwardedFor ?? '').split(',').map(hop => hop.trim()), remote ?? '']
  const address = (proxies > 0 ? hops.at(-1 - proxies) : remote) ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIPv4(mapped)) return mapped
  return isIPv6(mapped) ? `${firstHalf(mapped)}::/64` : 'unknown'
}

function firstHalf(address: string): string {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === '' ? [] : tail.split(':')
  const whole = address.includes('::')
    ? [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back]
    : front
  return whole
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
