/** Tables of schema `archive`, each as `archive.name`. */
export type ArchiveTables = Record<never, never>
