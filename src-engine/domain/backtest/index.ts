export { readConversation, type ReadConversation, type Readers } from './read.ts'
export { reportOf } from './report.ts'
export { addTallies, tallyOf, type Tally } from './tally.ts'
