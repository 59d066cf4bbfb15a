import { type Agency, findAgencies, findAgency } from '../credits/find-agency.ts'

const TRAILING =
  /(?<=[.!?…。！？।]["”’»)]?)\s*(?:[([（](?<bracketed>[^()[\]（）]{2,40})[)\]）]|(?:[—–-]{1,2}\s?)?(?<dashed>[\p{L}.\s/&]{2,30}))[.\s]*$/u

/**
 * An agency named after the last full stop of a text: "… he said. (AFP)", "… he said. — Reuters". Before the full stop it
 * would credit a picture.
 */
export function trailingAgency(text: string): { agency: Agency; length: number; raw: string } | null {
  const match = TRAILING.exec(text.slice(-80))
  const label = match?.groups?.bracketed ?? match?.groups?.dashed
  const agency = label === undefined ? null : (findAgency(label) ?? findAgencies(label)[0] ?? null)
  return agency === null || match === null ? null : { agency, length: match[0].length, raw: match[0].trim() }
}
