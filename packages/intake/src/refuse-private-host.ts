import { BadInputError } from '@dateline/domain'
import { checkUrl, parseHostOverrides } from '@dateline/http-fetch'
import type { Dependencies } from './dependencies.ts'

/**
 * Refuses an address that can only be this machine or its network, while whoever names it is still there to read why. Other
 * names are judged by the address they have when they are fetched.
 *
 * @throws {BadInputError}
 */
export function refusePrivateHost({ config }: Pick<Dependencies, 'config'>, url: string): void {
  const policy = {
    portsAllowed: new Set<number>(),
    privateHostsAllowed: new Set(config?.FETCH_PRIVATE_HOSTS.map((host) => host.toLowerCase())),
    hostOverrides: parseHostOverrides(config?.FETCH_HOST_OVERRIDES ?? []),
  }
  const checked = checkUrl(policy, url)
  if (!('reason' in checked)) return
  const isLocalName = checked.reason === 'host-not-public' && /(^|\.)localhost$/.test(checked.detail)
  if (checked.reason !== 'address-not-public' && !isLocalName) return
  const { hostname, port, protocol } = new URL(url)
  const named = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
  throw new BadInputError(
    `${hostname} is not a public address and would never be fetched. If it is yours, allow it by name: FETCH_PRIVATE_HOSTS=${named}, for every process of Dateline and for this command.`,
  )
}
