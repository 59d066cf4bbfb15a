import { isIP } from 'node:net'
import { BadInputError } from '@dateline/domain'
import type { HostOverride } from './address-policy.ts'

/**
 * Reads `name=address:port` entries, e.g. "herald.example=127.0.0.1:8081" or "wire.example=[::1]:8081".
 *
 * @throws {BadInputError} naming the entry that cannot be read.
 */
export function parseHostOverrides(entries: readonly string[]): Map<string, HostOverride> {
  return new Map(entries.map((entry) => [nameOf(entry), placeOf(entry)]))
}

function nameOf(entry: string): string {
  return entry.slice(0, entry.indexOf('=')).trim().toLowerCase()
}

function placeOf(entry: string): HostOverride {
  const [, address = '', port = ''] = /=\s*\[?([0-9a-fA-F.:]+?)\]?:(\d{1,5})\s*$/.exec(entry) ?? []
  const isRight = nameOf(entry) !== '' && isIP(address) !== 0 && Number(port) >= 1 && Number(port) <= 65_535
  if (!isRight) throw new BadInputError(`Host override "${entry}" is not of the form name=address:port.`)
  return { address, port: Number(port) }
}
