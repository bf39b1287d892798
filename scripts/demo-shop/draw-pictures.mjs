// Draws resources/demo-shop/pictures/*.png: shapes, strokes and our own stroke letters, written as PNG with Node's zlib.
// Run: node scripts/demo-shop/draw-pictures.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { crc32 as zlibCrc, deflateSync } from 'node:zlib'

const DIR = new URL('../../resources/demo-shop/', import.meta.url)
const orders = JSON.parse(readFileSync(new URL('orders.json', DIR), 'utf8'))
const parcelOf = (no) => orders.find((o) => o.no === no).logistics

// ---- canvas: every shape is a test "is this point inside", sampled 3 x 3 in each pixel
const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))
class Canvas {
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
const gradient = (a, b, x0, y0, x1, y1) => {
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

// ---- the pictures
const save = (name, canvas) => {
  const data = canvas.png()
  if (data.length > 40_000) throw new Error(`${name} is ${data.length} bytes`)
  writeFileSync(new URL(`pictures/${name}`, DIR), data)
  console.log(name, `${canvas.w}x${canvas.h}`, data.length)
}
mkdirSync(new URL('pictures/', DIR), { recursive: true })
const table = (w, h, top, wall, wood) => {
  const c = new Canvas(w, h, wall)
  c.fill([0, top, w, h], () => true, wood)
  for (let i = 0; i < 4; i++) c.line([[0, top + 24 + i * 38], [w, top + 20 + i * 40]], 1.2, '#000000', 0.07)
  return c
}

function mug() {
  const c = table(480, 420, 270, '#e9e4da', '#c39b6c')
  c.oval(252, 352, 158, 24, '#5b3d20', 0.28)
  c.arc(350, 226, 62, 62, -1.35, 1.45, 24, '#2f4a72')
  c.arc(350, 226, 62, 62, -1.35, 1.45, 8, '#4a6a98', 0.6)
  const body = gradient('#52739f', '#24395a', 120, 0, 360, 0)
  c.poly([[122, 120], [362, 120], [346, 336], [138, 336]], body)
  c.oval(242, 336, 104, 20, body)
  c.oval(242, 120, 120, 27, '#6d8cb5')
  c.oval(242, 122, 106, 20, '#1c2b44')
  c.poly([[150, 150], [172, 152], [178, 320], [164, 318]], '#ffffff', 0.16)
  // the missing piece at the rim, the crack and its branches
  c.poly([[262, 140], [284, 128], [304, 100], [330, 112], [352, 116], [350, 140], [322, 170], [300, 162], [284, 176]], '#1c2b44')
  c.line([[262, 140], [284, 176], [300, 162], [322, 170], [352, 138]], 4, '#f4f1ea')
  const crack = [[284, 174], [272, 206], [290, 226], [262, 262], [276, 290], [256, 336], [262, 352]]
  c.line(crack, 6, '#f4f1ea', 0.85)
  c.line(crack, 3, '#0d1626')
  c.line([[290, 226], [318, 246], [326, 276]], 2.6, '#0d1626')
  c.line([[262, 262], [228, 276], [206, 306]], 2.4, '#0d1626')
  // shards on the table
  c.poly([[60, 366], [104, 344], [120, 372], [84, 388]], '#3b5a88')
  c.poly([[60, 366], [104, 344], [106, 350], [64, 372]], '#f4f1ea')
  c.poly([[384, 372], [412, 352], [430, 380], [398, 392]], '#2f4a72')
  c.poly([[150, 394], [170, 384], [176, 400]], '#4a6a98')
  save('mug-cracked.png', c)
}

function bag() {
  const c = table(480, 560, 452, '#eef0ee', '#b9b4aa')
  c.oval(240, 502, 165, 22, '#000000', 0.22)
  const cloth = gradient('#f59a4a', '#d8641b', 110, 80, 380, 500)
  c.arc(240, 84, 44, 42, Math.PI, 2 * Math.PI, 15, '#8f3f0d')
  c.line([[128, 170], [96, 240], [92, 380], [120, 452]], 26, '#b4530f')
  c.line([[352, 170], [384, 240], [388, 380], [360, 452]], 26, '#b4530f')
  c.round(112, 78, 256, 418, 74, cloth)
  c.arc(240, 196, 112, 86, Math.PI * 1.02, Math.PI * 1.98, 4, '#7a360c')
  c.line([[128, 198], [128, 250]], 4, '#7a360c')
  c.line([[352, 198], [352, 250]], 4, '#7a360c')
  c.round(142, 286, 196, 176, 28, gradient('#e9802f', '#c75812', 142, 286, 338, 462))
  c.line([[152, 316], [328, 316]], 5, '#7a360c')
  c.round(318, 310, 10, 34, 5, '#2b2b2b')
  c.round(206, 216, 68, 28, 6, '#5f2c0b')
  c.text('DOULEE', 214, 224, 13, '#ffd9b8', 0.13)
  // the label says what was ordered
  c.line([[336, 344], [372, 376]], 2, '#444444')
  c.poly([[352, 376], [452, 366], [460, 446], [360, 456]], '#fdfdf8')
  c.poly([[364, 388], [396, 385], [398, 412], [367, 415]], '#6f747a')
  c.text('ROCK', 404, 385, 14, '#333333', 0.13)
  c.text('GREY', 406, 405, 14, '#333333', 0.13)
  for (let i = 0; i < 16; i++) c.line([[370 + i * 5, 428 - i * 0.5], [371 + i * 5, 444 - i * 0.5]], i % 3 ? 1.4 : 3, '#222222')
  save('bag-orange.png', c)
}

function label() {
  const way = parcelOf('2188340516603872')
  const c = new Canvas(600, 460, gradient('#b98a55', '#a27443', 0, 0, 600, 460))
  c.fill([0, 214, 600, 250], () => true, '#d9c08f', 0.55)
  c.line([[0, 214], [600, 214]], 1, '#8d6a3c', 0.5)
  c.poly([[62, 44], [552, 32], [560, 410], [70, 424]], '#000000', 0.18)
  c.round(56, 32, 492, 376, 4, '#fbfaf6')
  c.text('YUNEXPRESS', 76, 50, 30, '#111111', 0.14)
  c.round(424, 48, 104, 40, 3, '#111111')
  c.text('PT-4', 442, 57, 24, '#ffffff', 0.14)
  c.line([[70, 100], [534, 100]], 2, '#111111')
  c.text('FROM: DOULEE LIVING', 76, 112, 15, '#222222')
  c.text('DONGGUAN CN', 76, 136, 15, '#222222')
  c.line([[70, 164], [534, 164]], 1.5, '#111111')
  c.text('TO: B. MOREIRA', 76, 178, 22, '#111111', 0.12)
  c.round(76, 212, 236, 12, 2, '#b9b7b0')
  c.round(76, 232, 170, 12, 2, '#b9b7b0')
  c.text('PORTO  PORTUGAL', 330, 216, 18, '#111111', 0.12)
  c.line([[70, 260], [534, 260]], 2, '#111111')
  let x = 84
  for (const d of `${way.trackingNo}YT260`) {
    const n = d.charCodeAt(0)
    for (const [w, gap] of [[1 + (n % 3), 2 + (n % 2)], [1 + ((n >> 1) % 4), 1 + ((n >> 2) % 3)], [1 + ((n >> 3) % 2), 3]]) {
      c.fill([x, 274, x + w * 1.5, 348], (px) => px >= x && px <= x + w * 1.5, '#111111')
      x += (w + gap) * 1.5
    }
  }
  c.text(way.trackingNo, 128, 360, 25, '#111111', 0.12)
  save('parcel-label.png', c)
}

function screen() {
  const way = parcelOf('2188340601284773')
  const c = new Canvas(375, 667, '#f3f4f6')
  c.fill([0, 0, 375, 92], () => true, '#ffffff')
  c.text('14:26', 22, 14, 14, '#111111', 0.13)
  c.round(330, 16, 24, 12, 3, '#111111')
  c.line([[28, 58], [18, 68], [28, 78]], 2.6, '#222222')
  c.text('运单', 156, 58, 20, '#222222')
  c.round(14, 106, 347, 148, 12, '#ffffff')
  c.round(32, 124, 48, 48, 10, '#d7262b')
  c.text('J&T', 37, 140, 18, '#ffffff', 0.14)
  c.text('已签收', 98, 124, 27, '#1f9d55')
  c.text('单号', 98, 162, 14, '#888888')
  c.text(way.trackingNo, 136, 162, 15, '#444444')
  c.line([[32, 196], [343, 196]], 1, '#e5e7eb')
  c.text('签收人:', 32, 212, 19, '#333333')
  c.text('本人', 112, 212, 19, '#d7262b')
  c.line([[28, 240], [160, 238]], 3, '#e02424', 0.9) // the customer's own red pen
  c.arc(92, 221, 76, 26, 0.2, 6.1, 3, '#e02424', 0.9)
  c.round(14, 268, 347, 372, 12, '#ffffff')
  const steps = [['已签收', '13:05', '#1f9d55'], ['派送中', '09:51', '#9ca3af'], ['运送中', '06:38', '#9ca3af'], ['运送中', '22:47', '#9ca3af'], ['已揽收', '20:12', '#9ca3af']]
  c.line([[106, 300], [106, 596]], 2, '#e5e7eb')
  steps.forEach(([word, time, colour], i) => {
    const y = 296 + i * 70
    c.text(time, 28, y - 2, 15, i ? '#9ca3af' : '#333333')
    c.oval(106, y + 6, i ? 5 : 8, i ? 5 : 8, colour)
    c.text(word, 126, y - 4, 18, i ? '#6b7280' : '#1f9d55')
    c.round(126, y + 24, [196, 150, 206, 176, 132][i], 9, 4, '#e5e7eb')
    c.round(126, y + 40, [120, 90, 60, 110, 70][i], 9, 4, '#eef0f2')
  })
  save('tracking-screen.png', c)
}

function earbuds() {
  const c = table(480, 400, 0, '#3d4148', '#3d4148')
  c.oval(246, 318, 150, 26, '#000000', 0.35)
  const shell = gradient('#3a3d42', '#16181b', 110, 60, 370, 330)
  c.round(108, 70, 268, 242, 92, shell)
  c.line([[112, 166], [372, 166]], 3, '#050607')
  c.line([[114, 170], [370, 170]], 1.4, '#6a6f77')
  c.round(222, 160, 40, 16, 8, '#0b0c0e')
  c.oval(242, 208, 4, 4, '#7ee08f')
  c.poly([[136, 118], [168, 92], [186, 92], [146, 150]], '#ffffff', 0.1)
  c.text('LARK S2', 206, 272, 14, '#6f757d', 0.1)
  const scratch = (p, w, a) => { c.line(p, w, '#e8eaed', a); c.line(p.map(([x, y]) => [x + 1, y + 1.4]), 1, '#000000', 0.5) }
  scratch([[150, 128], [214, 104], [262, 98]], 2.2, 0.9)
  scratch([[170, 142], [232, 120], [300, 108]], 1.6, 0.75)
  scratch([[288, 136], [330, 118]], 1.4, 0.7)
  scratch([[146, 206], [190, 244], [204, 282]], 2, 0.85)
  scratch([[160, 200], [198, 228]], 1.3, 0.7)
  scratch([[276, 196], [330, 246]], 1.8, 0.8)
  scratch([[300, 192], [344, 226]], 1.2, 0.65)
  // a fingerprint on the lid's right and one below
  for (let i = 1; i < 8; i++) c.arc(316, 254, i * 4.4, i * 6, 2.6 + i * 0.12, 7.6 - i * 0.1, 1.4, '#c9ced6', 0.42)
  // one earbud beside it
  c.oval(420, 304, 26, 22, '#24272b')
  c.round(412, 306, 16, 54, 8, '#24272b')
  c.oval(412, 298, 8, 6, '#50555c')
  // a red ring drawn by the customer
  c.arc(214, 118, 92, 40, -0.3, 5.8, 3.2, '#ff3b30')
  save('earbud-case-scratched.png', c)
}

function box() {
  const c = table(560, 420, 250, '#dcdcd6', '#8d8880')
  c.oval(282, 372, 226, 24, '#000000', 0.3)
  const front = gradient('#c8985f', '#a8783f', 80, 170, 460, 380)
  c.poly([[78, 176], [140, 132], [262, 150], [330, 122], [452, 130], [500, 168], [420, 186], [330, 214], [262, 178], [180, 196]], '#d9b07a')
  c.poly([[78, 176], [180, 196], [262, 178], [330, 214], [420, 186], [430, 244], [404, 282], [438, 330], [420, 384], [262, 376], [110, 386], [96, 310], [124, 272], [88, 232]], front)
  c.poly([[420, 186], [500, 168], [492, 236], [470, 268], [496, 312], [486, 360], [420, 384], [438, 330], [404, 282], [430, 244]], '#8a5f2f')
  // the hole, torn edges and creases
  c.poly([[244, 240], [286, 226], [300, 252], [340, 250], [328, 292], [346, 322], [300, 318], [272, 342], [262, 304], [224, 296], [250, 272]], '#2c2016')
  c.poly([[286, 226], [300, 252], [318, 226]], '#e6c596')
  c.poly([[346, 322], [300, 318], [322, 346]], '#e6c596')
  c.poly([[224, 296], [262, 304], [236, 322]], '#dcb782')
  for (const p of [[[124, 272], [224, 262]], [[124, 272], [180, 318], [170, 380]], [[404, 282], [350, 274]], [[404, 282], [380, 340]], [[262, 178], [250, 226]], [[330, 214], [306, 232]], [[180, 196], [160, 250]]]) {
    c.line(p, 3, '#6f4a22', 0.75)
    c.line(p.map(([x, y]) => [x + 2, y + 2]), 1.2, '#f0d3a6', 0.6)
  }
  // tape that came loose, a snapped tent pole sticking out
  c.poly([[180, 196], [216, 188], [212, 244], [184, 250]], '#ecd9a8', 0.75)
  c.line([[290, 296], [356, 236], [386, 150]], 9, '#aeb6bf')
  c.line([[288, 294], [354, 234], [384, 150]], 3, '#e9edf1')
  c.poly([[378, 156], [382, 138], [388, 150], [394, 136], [394, 158]], '#6b737c')
  c.line([[452, 352], [528, 330]], 9, '#aeb6bf')
  c.line([[452, 350], [528, 328]], 3, '#e9edf1')
  c.poly([[446, 360], [440, 352], [450, 350], [444, 344], [456, 346], [458, 358]], '#6b737c')
  // "this side up": two arrows and a glass
  c.line([[134, 366], [134, 340]], 4, '#4b3215')
  c.poly([[124, 344], [134, 328], [144, 344]], '#4b3215')
  c.line([[160, 366], [160, 340]], 4, '#4b3215')
  c.poly([[150, 344], [160, 328], [170, 344]], '#4b3215')
  c.text('DOULEE', 356, 340, 17, '#4b3215', 0.13)
  save('box-crushed.png', c)
}

mug()
bag()
label()
screen()
earbuds()
box()
