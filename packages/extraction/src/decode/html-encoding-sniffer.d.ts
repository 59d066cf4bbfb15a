// The package brings no types. As its README documents it.
declare module 'html-encoding-sniffer' {
  function sniff(
    bytes: Uint8Array,
    options?: {
      xml?: boolean
      transportLayerEncodingLabel?: string
      defaultEncoding?: string
      maxPrescanBytes?: number
    },
  ): string
  export = sniff
}
