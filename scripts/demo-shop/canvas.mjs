import { writeFileSync } from 'node:fs'
import { crc32 as zlibCrc, deflateSync } from 'node:zlib'

// ---- canvas: every shape is a test "is this point inside", sampled 3 x 3 in each pixel
const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))
/** A picture made of filled shapes and strokes; `png()` gives its bytes. */
export class Canvas {
  constructor(w, h, background) {
    Object.assign(this, { w, h, px: new Float32Array(w * h * 3) })
    this.fill([0, 0, w, h], () => true, background)
  }
  /** box [x0, y0, x1, y1]; paint is '#rrggbb' or (x, y) => [r, g, b]. */
  fill([x0, y0, x1, y1], inside, paint, alpha = 1) {
    const flat = typeof paint === 'string' ? rgb(paint) : null
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(this.h, Math.ceil(y1)); y++) {
      for (let x = Math.max(0, Math.floor(x0)); x < Math.min(this.w, Math.ceil(x1)); x++) {
        let n = 0
        for (let j = 0; j < 3; j++) for (let i = 0; i < 3; i++) if (inside(x + (i + 0.5) / 3, y + (j + 0.5) / 3)) n++
        if (n === 0) continue
        const c = flat ?? paint(x, y), a = (alpha * n) / 9, at = (y * this.w + x) * 3
        for (let k = 0; k < 3; k++) this.px[at + k] += (c[k] - this.px[at + k]) * a
      }
    }
  }
  poly(points, paint, alpha) {
    const xs = points.map((p) => p[0]), ys = points.map((p) => p[1])
    this.fill([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], (x, y) => {
      let odd = false
      for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
        const [ax, ay] = points[i], [bx, by] = points[j]
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
      }
      return odd
    }, paint, alpha)
  }
  round(x, y, w, h, r, paint, alpha) {
    this.fill([x, y, x + w, y + h], (px, py) => {
      const dx = Math.max(x + r - px, px - (x + w - r), 0), dy = Math.max(y + r - py, py - (y + h - r), 0)
      return dx * dx + dy * dy <= r * r
    }, paint, alpha)
  }
  oval(cx, cy, rx, ry, paint, alpha) {
    this.fill([cx - rx, cy - ry, cx + rx, cy + ry], (x, y) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1, paint, alpha)
  }
  /** A line through the points, `width` wide with round ends. */
  line(points, width, paint, alpha) {
    const r = width / 2
    const xs = points.map((p) => p[0]), ys = points.map((p) => p[1])
    this.fill([Math.min(...xs) - r, Math.min(...ys) - r, Math.max(...xs) + r, Math.max(...ys) + r], (x, y) => {
      for (let i = 1; i < points.length; i++) {
        const [ax, ay] = points[i - 1], [bx, by] = points[i], dx = bx - ax, dy = by - ay
        const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
        if ((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 <= r * r) return true
      }
      return false
    }, paint, alpha)
  }
  arc(cx, cy, rx, ry, from, to, width, paint, alpha) {
    this.line(Array.from({ length: 41 }, (_, i) => { const a = from + ((to - from) * i) / 40; return [cx + rx * Math.cos(a), cy + ry * Math.sin(a)] }), width, paint, alpha)
  }
  text(s, x, y, size, paint, weight = 0.11) {
    for (const ch of s) {
      const wide = ch.codePointAt(0) > 0x2e80
      for (const stroke of GLYPHS[ch] ?? []) this.line(stroke.map(([a, b]) => [x + (a * size) / 100, y + (b * size) / 100]), size * weight * (wide ? 0.8 : 1), paint)
      x += size * (wide ? 1.08 : ch === ' ' || '.:'.includes(ch) ? 0.36 : 0.72)
    }
    return x
  }
  png() {
    const raw = Buffer.alloc(this.h * (1 + this.w * 3))
    const row = this.w * 3
    const bytes = Uint8Array.from(this.px, (v) => Math.max(0, Math.min(255, Math.round(v))))
    for (let y = 0; y < this.h; y++) {
      const from = y * row, to = y * (row + 1)
      raw[to] = y === 0 ? 1 : 2 // first row from the left neighbour, the others from above
      for (let i = 0; i < row; i++) raw[to + 1 + i] = bytes[from + i] - (y === 0 ? (i >= 3 ? bytes[from + i - 3] : 0) : bytes[from - row + i])
    }
    const chunk = (type, data) => {
      const body = Buffer.concat([Buffer.from(type, 'latin1'), data]), out = Buffer.alloc(body.length + 8)
      out.writeUInt32BE(data.length, 0)
      body.copy(out, 4)
      out.writeUInt32BE(crc32(body), body.length + 4)
      return out
    }
    const head = Buffer.alloc(13)
    head.writeUInt32BE(this.w, 0)
    head.writeUInt32BE(this.h, 4)
    head.set([8, 2, 0, 0, 0], 8)
    return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(raw, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
  }
}
const crc32 = zlibCrc ?? ((buf) => {
  let c = ~0
  for (const b of buf) { c ^= b; for (let k = 0; k < 8; k++) c = (c >>> 1) ^ (c & 1 ? 0xedb88320 : 0) }
  return ~c >>> 0
})
/** From colour a at (x0, y0) to b at (x1, y1). */
export const gradient = (a, b, x0, y0, x1, y1) => {
  const [p, q] = [rgb(a), rgb(b)], dx = x1 - x0, dy = y1 - y0
  return (x, y) => {
    const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)))
    return p.map((v, k) => v + (q[k] - v) * t)
  }
}

// ---- letters: strokes in a box of 100; Latin is 55 wide
const G = (s) => s.split('|').map((stroke) => stroke.split(' ').map((p) => p.split(',').map(Number)))
const RUN = '14,12 22,22|8,38 24,38 24,72 10,84|22,76 40,88 94,90'
const GLYPHS = Object.fromEntries(Object.entries({
  0: '14,10 41,10 52,28 52,72 41,90 14,90 3,72 3,28 14,10|14,74 42,26', 1: '10,26 30,10 30,90|10,90 50,90', 2: '4,26 16,10 40,10 51,26 49,42 4,90 52,90',
  3: '4,10 50,10 26,44 42,46 52,64 48,82 34,90 14,90 3,78', 4: '40,90 40,10 3,66 54,66', 5: '50,10 8,10 6,46 34,42 50,54 52,70 42,88 14,90 3,80',
  6: '44,10 20,28 4,58 6,78 18,90 38,90 51,76 51,62 40,48 20,48 6,62', 7: '3,10 52,10 22,90', 8: '16,10 40,10 49,22 49,34 38,47 18,47 7,34 7,22 16,10|18,47 4,62 4,78 16,90 40,90 52,78 52,62 38,47',
  9: '12,90 36,72 52,42 50,22 38,10 18,10 5,24 5,38 16,52 36,52 50,38',
  A: '2,90 28,10 54,90|12,62 44,62', B: '6,10 6,90 38,90 52,78 52,60 38,48 6,48|38,48 47,38 47,20 36,10 6,10', C: '52,24 40,10 16,10 4,28 4,72 16,90 40,90 52,76', D: '6,10 6,90 34,90 52,70 52,30 34,10 6,10',
  E: '52,10 6,10 6,90 52,90|6,48 44,48', F: '52,10 6,10 6,90|6,48 44,48', G: '52,24 40,10 16,10 4,28 4,72 16,90 40,90 52,76 52,52 32,52', H: '5,10 5,90|51,10 51,90|5,48 51,48', I: '28,10 28,90|14,10 42,10|14,90 42,90',
  J: '44,10 44,74 34,90 14,90 4,76', K: '6,10 6,90|50,10 6,54|20,42 52,90', L: '6,10 6,90 50,90', M: '3,90 3,10 28,54 53,10 53,90', N: '5,90 5,10 51,90 51,10', O: '16,10 40,10 52,28 52,72 40,90 16,90 4,72 4,28 16,10',
  P: '6,90 6,10 38,10 52,24 52,38 38,52 6,52', R: '6,90 6,10 38,10 52,24 52,36 38,50 6,50|30,50 52,90', S: '50,22 38,10 16,10 5,22 7,38 48,58 52,76 40,90 14,90 3,78', T: '2,10 54,10|28,10 28,90', U: '5,10 5,72 16,90 40,90 51,72 51,10',
  V: '2,10 28,90 54,10', W: '0,10 14,90 28,36 42,90 56,10', X: '4,10 52,90|52,10 4,90', Y: '3,10 28,48 53,10|28,48 28,90', Z: '4,10 52,10 4,90 52,90',
  '-': '12,52 44,52', '.': '14,88 16,90', ':': '14,36 15,37|14,76 15,77', '/': '46,6 10,94', '&': '54,90 12,34 14,16 28,10 38,20 36,34 8,58 6,78 18,90 34,88 54,60',
  已: '20,15 76,15 76,45|22,45 76,45|22,32 22,82 85,82 85,66', 签: '28,5 14,25|22,14 46,14|32,14 38,24|64,5 52,24|60,14 88,14|70,14 76,24|50,24 8,54|50,24 92,54|32,52 68,52|22,62 30,80|48,60 53,78|78,60 66,82|12,90 88,90',
  收: '16,20 16,66 38,58|38,8 38,92|62,6 48,36|54,28 90,28|80,28 74,54 48,90|56,46 70,70 92,90', 人: '50,8 48,36 36,64 10,90|50,36 66,68 92,90', 本: '10,30 90,30|50,6 50,94|48,32 10,72|52,32 90,72|34,74 66,74',
  中: '16,26 84,26 84,60 16,60 16,26|50,5 50,95', 运: `42,16 82,16|34,38 92,38|58,38 44,64 80,60|72,50 86,70|${RUN}`, 送: `46,6 54,18|80,6 70,18|38,24 90,24|34,44 94,44|64,24 64,44 40,72|66,50 90,72|${RUN}`,
  单: '30,6 40,18|70,6 60,18|20,22 80,22 80,56 20,56 20,22|20,39 80,39|50,22 50,94|6,72 94,72', 号: '26,8 74,8 74,34 26,34 26,8|8,48 92,48|36,48 32,62 76,62 72,90 56,92',
  揽: '8,28 34,28|22,6 22,86 12,80|8,62 36,48|48,8 48,34|62,6 62,36|76,4 68,22|74,14 94,14|80,22 88,30|48,74 48,44 88,44 88,74|68,52 66,72 42,94|74,66 74,90 94,90 94,80',
  派: '12,12 22,22|8,36 18,44|8,88 24,58|86,8 44,16 44,50 32,90|88,24 56,34|56,32 56,84 66,78|72,34 78,60 94,88|88,46 76,58',
}).map(([k, v]) => [k, G(v)]))

// ---- what the pictures share
const DIR = new URL('../../resources/demo-shop/pictures/', import.meta.url)
/** @throws Error for a picture of more than 40 kB. */
export const save = (name, canvas) => {
  const data = canvas.png()
  if (data.length > 40_000) throw new Error(`${name} is ${data.length} bytes`)
  writeFileSync(new URL(name, DIR), data)
  console.log(name, `${canvas.w}x${canvas.h}`, data.length)
}
/** A table top before a wall, the wood beginning at `top`. */
export const table = (w, h, top, wall, wood) => {
  const c = new Canvas(w, h, wall)
  c.fill([0, top, w, h], () => true, wood)
  for (let i = 0; i < 4; i++) c.line([[0, top + 24 + i * 38], [w, top + 20 + i * 40]], 1.2, '#000000', 0.07)
  return c
}
