import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { finding } from '../finding.ts'
import { spanOf, type Looked } from './looked.ts'

/** Orders to a model, and its talk of itself: they come out of a customer's text or out of the prompt, never from a desk. */
const ECHOES = [
  /(?:忽略|无视|忘记|忘掉)[^。!?,]{0,6}(?:以上|之前|上面|前面|先前|所有|全部)[^。!?,]{0,6}(?:指令|指示|提示词?|规则|要求|设定|内容)/g,
  /(?<![a-z])(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:the\s+|your\s+|my\s+)?(?:previous|prior|above|earlier|preceding|system)\s+(?:instructions?|prompts?|rules|messages|directions|guidelines)/gi,
  /作为(?:一个|一名)?\s?(?:AI|人工智能|大?语言模型|大模型)(?:语言模型|助手|助理|客服|模型)?/gi, /(?<![a-z])as an? (?:AI|artificial intelligence|large language|language)(?: language)?(?: model| assistant)?(?![a-z])/gi,
  /(?:系统|内部)提示词|(?<![a-z])(?:my|the|your) system prompt(?![a-z])|(?<![a-z])(?:developer|jailbreak|DAN) mode(?![a-z])|开发者模式|越狱模式/gi,
  /<\|?\/?(?:im_start|im_end|system|assistant|endoftext|user)\|?>|\[\/?INST\]|###\s?(?:system|instruction|assistant)|<<\/?SYS>>/gi,
  /你(?:现在)?是一[个名]\s?(?:AI|人工智能|智能|客服机器人|没有限制)|(?<![a-z])you are (?:now )?(?:a|an) (?:AI|unrestricted|helpful assistant|customer service (?:bot|assistant))/gi,
  /\{\{\s?[\w.]+\s?\}\}|\{(?:name|order_?no|amount|date|customer|姓名|订单号|金额|日期)\}|\[(?:姓名|订单号|金额|日期|客户名称?|插入[^\]]{0,8}|(?:your|customer|insert|order)[^\]]{0,20})\]|<(?:姓名|订单号|金额)>/gi,
]

/** Echoes of instructions, of a prompt, or places of a template that nobody filled. */
export const echoes = ({ folded }: Looked): Finding[] => ECHOES.flatMap((form) => [...folded.matchAll(form)].map((match) => finding(spanOf(match), 'injection-echo', 'error')))
