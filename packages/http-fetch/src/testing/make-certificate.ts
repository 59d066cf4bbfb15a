import { generate } from 'selfsigned'

export type Certificate = { readonly cert: string; readonly key: string }

/** A self-signed certificate for host names, valid between two days. */
export async function makeCertificate(
  names: readonly string[],
  from = '2020-01-01',
  to = '2100-01-01',
): Promise<Certificate> {
  const altNames = names.map((value) => ({ type: 2 as const, value }))
  const { cert, private: key } = await generate([{ name: 'commonName', value: names[0]! }], {
    notBeforeDate: new Date(from),
    notAfterDate: new Date(to),
    extensions: [{ name: 'subjectAltName', altNames }],
  })
  return { cert, key }
}
