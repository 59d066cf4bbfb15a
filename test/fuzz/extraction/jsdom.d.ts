// jsdom brings no types; this is what the fuzzer's judge uses of it.
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string)
    readonly window: Window & typeof globalThis
  }
}
