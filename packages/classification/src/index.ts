export * from './classify.ts'
export * from './language/detect-language.ts'
export * from './stories/document.ts'
export * from './stories/grouper.ts'
