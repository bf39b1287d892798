import type { Wording } from './wording.ts'

/** English replies of a shop: a future that is ours, and what comes of it. */
export const en: Wording = {
  deeds: [
    // Whatever it is about: an answer about a refund is no refund.
    [/\b(?:get(?:ting)? back to you|let(?:ting)? you know|updat(?:e|ing) you|contact(?:ing)? you|in touch|reach(?:ing)? out to you|report back|keep(?:ing)? you (?:posted|updated|informed))\b/i, 'answer'],
    [/\b(?:invoices?|receipts?)\b/i, 'invoice'],
    [/\b(?:pick(?:ed|ing)?(?: it| them| the \w+(?: \w+)?| this)? up|pick up|pickup|collect(?:ed|ing)?(?= it| the| your| them| for| on| tomorrow| from))\b/i, 'pickup'],
    [/\b(?:call(?:ing|ed)?(?: you)?(?: back)?(?! centre| center)|phone you|ring you|give you a (?:call|ring)|a call)\b/i, 'call'],
    [/\b(?:compensat\w+|vouchers?|store credit|coupons?|gift cards?|for the (?:trouble|inconvenience|delay|wait)|as an apology)\b|\bcredit you\b/i, 'compensation'],
    [/\b(?:refund\w*|reimburs\w+|money back|pay(?:ing)? you back|your money|the money)\b/i, 'refund'],
    [/\b(?:re-?ship\w*|ship(?:s|ped|ping)?|re-?sen[dt]\w*|dispatch\w*|replacement|another one|new one|spare|missing part|goes? out|in the mail|leaves our|send(?:ing)?(?: out)? (?:it(?! (?:on|over))|you (?:a|the|an|another)(?! (?:latest|news|update|link|photo|picture|form|label|prepaid|survey|summary|detail|message|copy|email))|a new|the (?:correct|right|missing|manual|part)))\b/i, 'ship'],
    [/\b(?:get(?:ting)? back to you|repl(?:y|ying)|answer(?: you| for you| from me)?|update (?:you|for you)|let(?:ting)? you know|hear (?:back )?from (?:us|me)|contact(?:ing)? you|in touch|reach(?:ing)? out to you|write (?:back|to you)|messag(?:e|ing) you|email you|report back|tell you|keep(?:ing)? you (?:posted|updated|informed)|follow up with you|news for you|update)\b/i, 'answer'],
    [/\b(?:escalat\w+|forward(?:ing)? (?:this|it|your)|pass(?:ing)? (?:this|it) on|transfer(?:ring)? (?:this|it|you)|rais(?:e|ing) (?:this|it) with)\b/i, 'escalate'],
    [/\b(?:look(?:ing)? into|look for it|investigat\w+|find out|find (?:the|your) parcel|track(?:ing)? (?:it|this|down)|chas(?:e|ing)|check(?:ing)? (?:with|what|where|why)|follow(?:ing)? up with(?! you)|keep(?:ing)? an eye|ask(?:ing)? (?:the|my|our)|speak(?:ing)? to)\b/i, 'investigate'],
    [/\b(?:sort(?:ed|ing)?|fix(?:ed|ing)?|tak(?:e|ing) care of|mak(?:e|ing) (?:it|this) right|handl(?:e|ing))\b/i, 'do'],
    [/\$\s?\d[\d.]* back\b|\bback (?:on|to) your (?:card|account)\b/i, 'pay'],
  ],
  commits: /^(?:you can )?expect an? (?:call|answer|reply)\b|\b(?:will|shall|gonna|going to|promise to|on its way to you)\b|['’]ll\b|\b(?:i['’]m|i am|we['’]re|we are) (?:\w+ly )?\w+ing\b|\b(?:ships|leaves our warehouse|goes out) (?:on|by|today|tomorrow|this|tonight|next|within)\b|\bit goes out\b/i,
  open: /\?\s*$|\b(?:if|unless|whether)\b|\breply ["“]|\b(?:once|when|after|until|as soon as) (?:you|your|we (?:receive|get)|the (?:return|parcel|order|item|payment|bank)|it (?:ships|arrives)|they)\b/i,
  doubts: /n['’]t\b|\b(?:not|never|no|cannot|unable|nothing)\b|\b(?:usually|normally|typically|generally|expected|estimated|should|might|may|could|would|hope|probably|perhaps|maybe|policy|per our|as promised|up to)\b|['’]d\b|\b(?:has|have|had|was|were)\b(?! (?:an?|the|your|someone|our|it|that|news|my)\b)|['’]ve\b|\b(?:yesterday|ago|already)\b|\b(?:please|feel free|need to|needs? your|you need|you can|you['’]ll (?:need|have to)|you will (?:need|have to|be charged)|i['’]ll need|they|tracking number|label|within \d+ days of|of payment)\b/i,
  moment: /\b(?:one|a|just a) (?:moment|second|sec|minute)\b|\bhold on\b|\bbear with\b/i,
  carries: true,
}
