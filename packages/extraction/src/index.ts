export * from './decode/decode-bytes.ts'
