import { CARRIERS } from './places.mjs'

const luhn = (s) => [...s].reverse().reduce((sum, c, i) => sum + (i % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][+c] : +c), 0) % 10 === 0

/** Order, parcel, phone and after-sale numbers; none is given twice, and none of the first two passes the bank-card check (Luhn), so that nothing masks it as a card. */
export function createNumbers() {
  const used = new Set()
  let sales = 5200417
  const fresh = (make, allowed) => {
    for (;;) {
      const no = make()
      if (allowed(no) && !used.has(no)) return used.add(no), no
    }
  }
  return {
    /** Numbers written by hand. @throws Error for one that looks like a bank card or stands twice. */
    reserve(orderNos, phones) {
      for (const no of orderNos) if (luhn(no)) throw new Error(`${no} looks like a bank card: change its last digit`)
      for (const no of [...orderNos, ...phones]) {
        if (used.has(no)) throw new Error(`${no} stands twice`)
        used.add(no)
      }
    },
    /** Its first digits grow with the day it was placed. */
    order: (chance, placed) => fresh(() => `21883${String(Math.round(40700 - placed * 50)).padStart(5, '0')}${chance.digits(6)}`, (no) => !luhn(no)),
    tracking: (chance, carrier) => fresh(() => CARRIERS[carrier].no(chance.digits), (no) => !luhn(no.replace(/\D/g, ''))),
    phone: (chance) => fresh(() => `13800000${chance.digits(3)}`, (no) => no !== '13800000000'),
    afterSale: () => `AS${++sales}${String(sales % 97).padStart(2, '0')}`,
  }
}
