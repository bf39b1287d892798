/** A page with a heading in large letters and its lines below; Latin letters alone. */
export interface PdfPage { heading: string; lines: readonly string[] }

const SIZE = { heading: 18, line: 10 } as const
const STEP = 18

const literal = (text: string): string => `(${text.replace(/[\\()]/g, (sign) => `\\${sign}`)})`

/** A plain PDF of such pages: no compression, one of the fonts that every reader has. */
export function writePdf(pages: readonly PdfPage[]): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  const kids = pages.map(({ heading, lines }) => {
    const words = [`BT /F1 ${SIZE.heading} Tf 50 780 Td ${literal(heading)} Tj ET`, ...lines.map((line, at) => `BT /F1 ${SIZE.line} Tf 50 ${750 - at * STEP} Td ${literal(line)} Tj ET`)].join('\n')
    const content = objects.push(`<< /Length ${words.length} >>\nstream\n${words}\nendstream`)
    return objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R >>`)
  })
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  let file = '%PDF-1.4\n'
  const places = objects.map((body, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`
  return new TextEncoder().encode(`${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
}
