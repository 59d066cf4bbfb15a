export type Archive = {
  /**
   * Keeps bytes for ever, once however often they come.
   *
   * @param about mediaType: the Content-Type they came under.
   * @returns sha256 of the bytes, 64 hexadecimal digits.
   */
  put(bytes: Uint8Array, about: { readonly mediaType: string }): Promise<string>
  /**
   * @returns null: never kept, or taken away by a retention policy or an erasure.
   * @throws {ArchiveDamagedError} if what is stored is not what was put.
   */
  get(sha256: string): Promise<Buffer | null>
  has(sha256: string): Promise<boolean>
  /** For retention and lawful erasure. Twice is harmless. */
  remove(sha256: string): Promise<void>
}
