export * from './open-onnx-embedder.ts'
export * from './word-pieces.ts'
