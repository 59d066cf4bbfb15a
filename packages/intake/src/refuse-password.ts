import { BadInputError } from '@dateline/domain'

/** The log is for ever and for many eyes: no password may enter it. @throws {BadInputError} */
export function refusePassword(url: string): void {
  const parsed = URL.parse(url)
  if (parsed !== null && (parsed.username !== '' || parsed.password !== '')) {
    throw new BadInputError(`The address of ${parsed.host} carries a user name or password: give it without.`)
  }
}
