/** agent: answers customers · supervisor: also reviews, routes, sets policy · admin: also people, channels and keys · reader: sees, changes nothing */
export const ROLES = ['agent', 'supervisor', 'admin', 'reader'] as const
export type Role = (typeof ROLES)[number]

/** What an action asks of whoever wants it. */
export const PERMISSIONS = ['see', 'answer', 'lead', 'administer'] as const
export type Permission = (typeof PERMISSIONS)[number]

const PERMITTED: Record<Role, readonly Permission[]> = {
  reader: ['see'],
  agent: ['see', 'answer'],
  supervisor: ['see', 'answer', 'lead'],
  admin: ['see', 'answer', 'lead', 'administer'],
}

/** see: read everything a desk shows · answer: reply, act on orders and cases · lead: reviews, routing, others' conversations, policy · administer: people, channels, shops, keys, audit */
export const permits = (role: Role, permission: Permission): boolean => PERMITTED[role].includes(permission)

/** Whoever opens the desk for the first time: an account that nobody has to make. */
export const LOCAL_ACCOUNT_ID = 'local'
