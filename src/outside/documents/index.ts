export { type PdfDocument, renderPdf, type TextDocument } from './documents.ts'
