// jsdom brings no types; this is what the bench and the fuzzer's judge use of it.
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options?: { url?: string; virtualConsole?: VirtualConsole })
    // biome-ignore lint/suspicious/noExplicitAny: handed on to libraries that want a browser's window
    readonly window: any
  }
}
