/**
 * Words and frames of our own writing, from which sentences are put together that a customer of a shop, a bank, a carrier or a
 * subscription could send. The teacher says what each means, so they need not be true or likely, only English enough.
 */
const list = (text: string): string[] => text.split(',').map((one) => one.trim())

export const THINGS = list(`card, payment, transfer, refund, account, order, parcel, package, delivery, fee, cash withdrawal, balance, exchange rate,
  cheque, cheque deposit, deposit, top up, statement, pin, passcode, password, identity, proof of address, document, passport, phone, phone number,
  app, spending limit, direct debit, virtual card, physical card, disposable card, credit card, debit card, contactless card, card reader, money,
  invoice, receipt, discount code, coupon, gift card, voucher, subscription, trial, plan, warranty, address, email, username, name, nickname, date of birth,
  salary, currency, visa card, mastercard, apple pay, google pay, paypal, wallet, bank account, bank details, iban, sort code, atm, cash machine, cash,
  foreign transaction, merchant, seller, purchase, item, shoes, dress, jacket, laptop, charger, headphones, kettle, blender, mattress, sofa, spare part,
  size, colour, model, shipping label, tracking number, return label, customs fee, import tax, vat, membership, points, miles, loan, mortgage, bill,
  meter, ticket, booking, reservation, flight, seat, luggage, room, insurance, policy, claim, contract, router, internet, wifi, sim card, data plan,
  recipient, beneficiary, payee, transaction, duplicate charge, pending payment, hold, deduction, cashback, interest, overdraft, credit score, tax form,
  verification code, security question, fingerprint, selfie, link, button, website, checkout, basket, wish list, review, store, branch, agent, courier,
  driver, neighbour, locker, pick up point, signature, box, bag, seal, battery, screen, remote, manual, software, update, firmware, licence key, event`)

export const DEEDS = list(`cancel, change, return, exchange, track, activate, reactivate, block, unblock, verify, update, delete, close, open, use, receive,
  send, transfer, withdraw, pay for, pay with, top up, add money to, order, reorder, link, unlink, replace, freeze, unfreeze, dispute, reverse, get back,
  find, lose, check, add, remove, reset, edit, correct, confirm, upgrade, downgrade, renew, claim, refund, recover, report, deposit, cash, request,
  speed up, stop, split, redeem, download, print, pick up, collect, ship, reship, repair, fix, charge, approve, decline, authorize, schedule, reschedule,
  book, move, extend, pause, resume, set up, connect, register, sign up for, log in to, see, hide, share, keep, gift, insure, convert, exchange, buy, sell`)

export const FATES = list(`cancelled, charged, charged twice, declined, rejected, refused, reverted, returned, delivered, received, arrived, blocked, frozen, stolen,
  lost, refunded, delayed, late, duplicated, activated, swallowed, kept, accepted, processed, verified, updated, shipped, damaged, broken, scratched,
  leaking, credited, shown, showing, approved, confirmed, transferred, withdrawn, deducted, replaced, disabled, compromised, hacked, expired, missing,
  wrong, pending, stuck, on hold, failed, unsuccessful, completed, settled, opened, dispatched, lost in transit, left outside, out of stock, sold out,
  overcharged, misspelled, available, supported, working, not working, recognized, disputed, reversed, renewed, downgraded, locked, suspended`)

export const PLACES = list(`abroad, in europe, in the uk, in the us, in another country, on holiday, at the store, at a cash machine, at home, online, in the app,
  on the website, on my statement, this morning, yesterday, last week, two days ago, a month ago, for a week, over the weekend, on monday, today, by tomorrow,
  before friday, for my child, for my wife, as a gift, without a receipt, for free, in euros, in dollars, in pounds, from china, by bank transfer, by cheque`)

/** {thing} {deed} {fate} {place} are filled by chance. */
export const FRAMES = `how do i {deed} my {thing}|how can i {deed} a {thing}|how to {deed} {thing}|can i {deed} my {thing}|could i {deed} a {thing} {place}|am i able to {deed} my {thing}
why was my {thing} {fate}|why has my {thing} not been {fate}|why hasn't my {thing} been {fate} yet|why is my {thing} {fate}|why is my {thing} still {fate}|why did my {thing} get {fate}
my {thing} was {fate}|my {thing} is {fate}|my {thing} still isn't {fate}|my {thing} hasn't {fate}|my {thing} has been {fate} {place}|the {thing} i made {place} is {fate}|the {thing} shows as {fate}
i want to {deed} my {thing}|i need to {deed} my {thing} {place}|i'd like to {deed} a {thing} please|i would like to {deed} the {thing}|i am trying to {deed} my {thing}|please {deed} my {thing}
where is my {thing}|where can i {deed} my {thing}|where do i find my {thing}|where's the {thing} for my {thing}|when will my {thing} be {fate}|when do i get my {thing}|when can i {deed} the {thing}
what is a {thing}|what is the {thing} for|what is the {thing} for a {thing}|what's the difference between a {thing} and a {thing}|what does {fate} mean on my {thing}|what happens if my {thing} is {fate}
what do i do if my {thing} was {fate}|what should i do when the {thing} gets {fate}|is there a {thing} to {deed} a {thing}|is there a limit on {thing}|is it possible to {deed} my {thing} {place}|is my {thing} {fate}
i was charged a {thing} for my {thing}|i was charged extra when i tried to {deed} a {thing}|why did i pay a {thing}|do you charge for {thing}|how much is a {thing}|how much does it cost to {deed} a {thing}
do i need a {thing} to {deed} my {thing}|do you accept {thing}|do you support {thing}|which {thing} can i {deed}|which countries do you {deed} {thing} in|who can {deed} my {thing}|can someone else {deed} my {thing}
i lost my {thing}|i can't find my {thing}|i forgot my {thing}|i don't have my {thing}|i never got my {thing}|i still haven't received my {thing}|i haven't got the {thing} {place}|someone used my {thing}
i think my {thing} was {fate}|i believe someone {fate} my {thing}|there is a {thing} i don't recognize|there's an extra {thing} on my {thing}|i did not {deed} this {thing}|i don't remember this {thing}
i made a mistake with my {thing}|i got the wrong {thing}|the {thing} is wrong|the wrong {thing} was {fate}|my {thing} is not correct|the amount of the {thing} is not right|i received less {thing} than i asked for
i tried to {deed} my {thing} but it was {fate}|i tried to {deed} it {place} and it did not work|i can't {deed} my {thing}|it won't let me {deed} the {thing}|the {thing} doesn't let me {deed}|unable to {deed} {thing}
how long does a {thing} take|how long until my {thing} is {fate}|how long do i have to {deed} a {thing}|how many {thing} can i have|how old do i have to be to {deed} a {thing}|how often can i {deed} my {thing}
help me {deed} my {thing}|tell me how to {deed} {thing}|show me how i {deed} a {thing}|give me a {thing}|i want a {thing}|need {thing}|{deed} {thing}|{thing} {fate}|{thing} not {fate}|no {thing}|another {thing}
will i be charged if i {deed} my {thing}|will my {thing} be {fate} {place}|would it be {fate} if i {deed} it {place}|can my {thing} be {fate}|can i {deed} the {thing} and {deed} it again|can you {deed} it {place}
i no longer want the {thing}|i don't want to {deed} it anymore|i changed my mind about the {thing}|i'm not happy with the {thing}|i am still waiting for my {thing}|i've been waiting for the {thing} for two weeks
my {thing} came {fate}|the {thing} arrived {fate}|part of my {thing} is {fate}|one of the {thing} is {fate}|the {thing} broke after a week|it says my {thing} is {fate}|i was told the {thing} was {fate}`.split(/[|\n]/)

export const OPENINGS = ['', '', '', '', '', '', 'hi, ', 'hello ', 'hi there, ', 'hey, ', 'please help, ', 'sorry but ', 'so ', 'ok, ', 'good morning, ', 'excuse me, ', 'quick question, ', 'urgent! ']
export const CLOSINGS = ['', '', '', '', '?', '?', '?', '.', '!', ' please', ' please?', ' thanks', ' asap', ', what should i do?', ', why?', ', can you help me?', ' for me', ' and how']
