import { decodeBytes, sniffEncoding as sniff } from '@dateline/extraction'

type Case = { body: Uint8Array; contentType?: string }

export const sniffEncoding = (input: Case): string => sniff(input)
export const decodeBody = (input: Case): string => decodeBytes(input).text
